// Status tags (样例状态).
import { StatusTag } from "../ui/status-tag.tsx";

export const statusTags = {
  member: <StatusTag tone="done">会员</StatusTag>,
  kept: <StatusTag tone="off">保留会籍</StatusTag>,
  suspect: <StatusTag tone="warn">疑似重复</StatusTag>,
};
