// Title of the page (标题).
export default { navigationBarTitleText: "扫码入会" };
