// Title of the page (标题); an invitation may be sent on.
export default { navigationBarTitleText: "填写申请", enableShareAppMessage: true };
