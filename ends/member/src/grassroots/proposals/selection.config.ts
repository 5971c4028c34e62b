// Title of the page (标题).
export default { navigationBarTitleText: "优秀提案评选" };
