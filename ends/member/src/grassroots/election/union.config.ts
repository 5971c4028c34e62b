// Title of the page (标题).
export default { navigationBarTitleText: "我的工会" };
