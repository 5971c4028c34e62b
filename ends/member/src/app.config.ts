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

/** WeChat asks the person in these words, and only for what is declared. */
const privacy = {
  requiredPrivateInfos: ["getFuzzyLocation"],
  permission: {
    "scope.userFuzzyLocation": { desc: "用来推荐您附近可以加入的工会，不会保存" },
  },
};

export default {
  pages: [...tabs.map(({ pagePath }) => pagePath), "access/sign-in", "access/lost"],
  subPackages: [
    { root: "desk", pages: ["fill", "case", "waiting", "scan", "publicity", "public-notice"] },
    { root: "realname", pages: ["card/card", "card/certificates"] },
    {
      root: "grassroots",
      pages: [
        "election/union",
        "proposals/proposals",
        "proposals/proposal",
        "proposals/selection",
        "proposals/disclosure",
      ],
    },
    { root: "mine", pages: ["data", "notices", "devices"] },
  ],
  window: {
    navigationBarTitleText: "娘家",
    navigationBarBackgroundColor: "#FFFFFF",
    navigationBarTextStyle: "black",
    backgroundColor: "#F5F6F7",
  },
  lazyCodeLoading: "requiredComponents",
  ...(process.env.TARO_ENV === "weapp" ? { tabBar, ...privacy } : {}),
};
