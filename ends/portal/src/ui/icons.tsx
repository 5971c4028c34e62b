// Icons (图标): Ant Design's, silent for screen readers, whose words stand beside them; one line more for each new one.
import * as icons from "@ant-design/icons";
import type { CSSProperties, FunctionComponent } from "react";

interface IconProps {
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly spin?: boolean;
  /** Only where the icon stands alone for a word. */
  readonly "aria-label"?: string;
}

/** Left to itself each icon would speak its English name into every button. */
const silent = (Icon: FunctionComponent<object>) => (props: IconProps) => (
  <Icon aria-hidden={props["aria-label"] === undefined} {...props} />
);

export const ArrowDownOutlined = /* @__PURE__ */ silent(icons.ArrowDownOutlined);
export const ArrowUpOutlined = /* @__PURE__ */ silent(icons.ArrowUpOutlined);
export const BankOutlined = /* @__PURE__ */ silent(icons.BankOutlined);
export const BarChartOutlined = /* @__PURE__ */ silent(icons.BarChartOutlined);
export const BellOutlined = /* @__PURE__ */ silent(icons.BellOutlined);
export const CarOutlined = /* @__PURE__ */ silent(icons.CarOutlined);
export const CheckCircleFilled = /* @__PURE__ */ silent(icons.CheckCircleFilled);
export const CheckCircleOutlined = /* @__PURE__ */ silent(icons.CheckCircleOutlined);
export const CheckOutlined = /* @__PURE__ */ silent(icons.CheckOutlined);
export const ClockCircleFilled = /* @__PURE__ */ silent(icons.ClockCircleFilled);
export const CloseCircleFilled = /* @__PURE__ */ silent(icons.CloseCircleFilled);
export const CloseOutlined = /* @__PURE__ */ silent(icons.CloseOutlined);
export const DesktopOutlined = /* @__PURE__ */ silent(icons.DesktopOutlined);
export const DisconnectOutlined = /* @__PURE__ */ silent(icons.DisconnectOutlined);
export const DownOutlined = /* @__PURE__ */ silent(icons.DownOutlined);
export const DownloadOutlined = /* @__PURE__ */ silent(icons.DownloadOutlined);
export const EditOutlined = /* @__PURE__ */ silent(icons.EditOutlined);
export const ExclamationCircleFilled = /* @__PURE__ */ silent(icons.ExclamationCircleFilled);
export const EyeInvisibleOutlined = /* @__PURE__ */ silent(icons.EyeInvisibleOutlined);
export const EyeOutlined = /* @__PURE__ */ silent(icons.EyeOutlined);
export const FileExcelOutlined = /* @__PURE__ */ silent(icons.FileExcelOutlined);
export const FilterOutlined = /* @__PURE__ */ silent(icons.FilterOutlined);
export const GiftOutlined = /* @__PURE__ */ silent(icons.GiftOutlined);
export const HourglassOutlined = /* @__PURE__ */ silent(icons.HourglassOutlined);
export const HomeOutlined = /* @__PURE__ */ silent(icons.HomeOutlined);
export const IdcardOutlined = /* @__PURE__ */ silent(icons.IdcardOutlined);
export const InfoCircleOutlined = /* @__PURE__ */ silent(icons.InfoCircleOutlined);
export const LoadingOutlined = /* @__PURE__ */ silent(icons.LoadingOutlined);
export const LogoutOutlined = /* @__PURE__ */ silent(icons.LogoutOutlined);
export const MenuFoldOutlined = /* @__PURE__ */ silent(icons.MenuFoldOutlined);
export const MenuOutlined = /* @__PURE__ */ silent(icons.MenuOutlined);
export const MenuUnfoldOutlined = /* @__PURE__ */ silent(icons.MenuUnfoldOutlined);
export const MergeOutlined = /* @__PURE__ */ silent(icons.MergeOutlined);
export const MinusCircleFilled = /* @__PURE__ */ silent(icons.MinusCircleFilled);
export const NotificationOutlined = /* @__PURE__ */ silent(icons.NotificationOutlined);
export const PlusOutlined = /* @__PURE__ */ silent(icons.PlusOutlined);
export const PoweroffOutlined = /* @__PURE__ */ silent(icons.PoweroffOutlined);
export const PrinterOutlined = /* @__PURE__ */ silent(icons.PrinterOutlined);
export const QuestionCircleOutlined = /* @__PURE__ */ silent(icons.QuestionCircleOutlined);
export const ReloadOutlined = /* @__PURE__ */ silent(icons.ReloadOutlined);
export const RollbackOutlined = /* @__PURE__ */ silent(icons.RollbackOutlined);
export const SafetyOutlined = /* @__PURE__ */ silent(icons.SafetyOutlined);
export const SearchOutlined = /* @__PURE__ */ silent(icons.SearchOutlined);
export const SettingOutlined = /* @__PURE__ */ silent(icons.SettingOutlined);
export const SwapOutlined = /* @__PURE__ */ silent(icons.SwapOutlined);
export const SyncOutlined = /* @__PURE__ */ silent(icons.SyncOutlined);
export const TableOutlined = /* @__PURE__ */ silent(icons.TableOutlined);
export const TeamOutlined = /* @__PURE__ */ silent(icons.TeamOutlined);
export const UpOutlined = /* @__PURE__ */ silent(icons.UpOutlined);
export const UploadOutlined = /* @__PURE__ */ silent(icons.UploadOutlined);
export const WarningFilled = /* @__PURE__ */ silent(icons.WarningFilled);
export const WarningOutlined = /* @__PURE__ */ silent(icons.WarningOutlined);
