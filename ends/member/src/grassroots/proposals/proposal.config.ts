// Title of the page (标题).
export default { navigationBarTitleText: "提案" };
