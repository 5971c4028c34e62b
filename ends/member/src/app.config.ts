// The pages of the App (页面清单): what opens first is in the main package, the rest in packages fetched when needed.

const tabs = [
  { pagePath: "tabs/home", text: "首页", icon: "home" },
  { pagePath: "tabs/services", text: "服务", icon: "services" },
  { pagePath: "tabs/cases", text: "进度", icon: "cases" },
  { pagePath: "tabs/me", text: "我的", icon: "me" },
];

/** WeChat draws its own tab bar; in the App we draw one that screen readers and 长辈版 can use. */
const tabBar = {
  color: "#646A73",
  selectedColor: "#C8161D",
  backgroundColor: "#FFFFFF",
  list: tabs.map(({ pagePath, text, icon }) => ({
    pagePath,
    text,
    iconPath: `tabs/icons/${icon}.png`,
    selectedIconPath: `tabs/icons/${icon}-on.png`,
  })),
};

export default {
  pages: [...tabs.map(({ pagePath }) => pagePath), "access/sign-in", "access/lost"],
  subPackages: [
    { root: "desk", pages: ["fill", "case", "waiting"] },
    { root: "realname", pages: ["card/card", "card/certificates"] },
    { root: "mine", pages: ["data", "notices", "devices"] },
  ],
  window: {
    navigationBarTitleText: "娘家",
    navigationBarBackgroundColor: "#FFFFFF",
    navigationBarTextStyle: "black",
    backgroundColor: "#F5F6F7",
  },
  lazyCodeLoading: "requiredComponents",
  ...(process.env.TARO_ENV === "weapp" ? { tabBar } : {}),
};
