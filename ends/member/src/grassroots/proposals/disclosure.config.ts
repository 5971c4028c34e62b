// Title of the page (标题).
export default { navigationBarTitleText: "公开事项" };
