// The theme (主题): design tokens put into the words of Ant Design.
import type { ThemeConfig } from "antd";
import { tokens } from "../../tokens.ts";

const { color, font, radius, shadow } = tokens;

/** Blue moves and selects; red belongs to the main button alone. */
const button = {
  colorPrimary: color.red,
  colorPrimaryHover: color.redHover,
  colorPrimaryActive: color.redPressed,
  primaryShadow: "none",
  defaultShadow: "none",
  dangerShadow: "none",
  defaultHoverColor: color.link,
  defaultHoverBorderColor: color.link,
  defaultActiveColor: color.linkPressed,
  defaultActiveBorderColor: color.linkPressed,
  fontWeight: 400,
};

const table = {
  headerBg: color.hover,
  fontWeightStrong: 500,
  headerColor: color.secondary,
  headerSplitColor: "transparent",
  headerBorderRadius: 0,
  rowHoverBg: color.hover,
  rowSelectedBg: color.linkTint,
  rowSelectedHoverBg: color.linkTint,
  borderColor: color.lineSoft,
  cellPaddingBlockMD: 11,
  cellPaddingInlineMD: 12,
  cellPaddingBlockSM: 5,
  cellPaddingInlineSM: 12,
};

const menu = {
  itemBg: "transparent",
  subMenuItemBg: "transparent",
  itemColor: color.ink,
  itemHoverBg: color.hover,
  itemSelectedBg: color.linkTint,
  itemSelectedColor: color.linkPressed,
  subMenuItemSelectedColor: color.ink,
  itemHeight: 36,
  itemMarginBlock: 2,
  itemBorderRadius: radius.control,
  activeBarBorderWidth: 0,
  collapsedWidth: 64,
};

export const theme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: color.link,
    colorPrimaryHover: color.linkHover,
    colorPrimaryActive: color.linkPressed,
    colorInfo: color.link,
    colorLink: color.link,
    colorLinkHover: color.linkHover,
    colorLinkActive: color.linkPressed,
    colorSuccess: color.done,
    colorWarning: color.warn,
    colorError: color.late,
    colorErrorText: color.lateText,
    colorText: color.ink,
    colorTextSecondary: color.secondary,
    colorTextTertiary: color.secondary,
    colorTextDescription: color.secondary,
    colorTextPlaceholder: "#6F757E",
    colorBorder: color.line,
    colorBorderSecondary: color.lineSoft,
    colorBgLayout: color.page,
    colorBgMask: "rgba(31, 35, 41, 0.4)",
    borderRadius: radius.control,
    borderRadiusLG: radius.card,
    boxShadowTertiary: shadow.card,
    fontFamily: font.family,
    fontSize: font.portal.size,
    lineHeight: font.portal.line / font.portal.size,
    controlHeight: 34,
    motionDurationMid: "0.15s",
    motionDurationSlow: "0.2s",
  },
  components: {
    Button: button,
    Table: table,
    Menu: menu,
    Form: {
      colorError: color.lateText,
      labelColor: color.ink,
      verticalLabelPadding: "0 0 6px",
      itemMarginBottom: 20,
    },
    Drawer: { paddingLG: 20 },
    Alert: { defaultPadding: "10px 14px" },
  },
};
