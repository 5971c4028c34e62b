// Title of the page (标题).
export default { navigationBarTitleText: "单位的事" };
