// Saved lists (常用查询): filters under a name, one press away; kept, shared, ordered, removed and brought back.
import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox, Input, Modal } from "antd";
import { useState } from "react";
import { useCommand } from "../../session.ts";
import { ErrorSentence } from "../../ui/error-sentence.tsx";
import type { ListPlace } from "../../ui/list.ts";
import { ManageLists } from "./manage-lists.tsx";
import styles from "./overview.module.css";
import { keepSaved, type SavedList, savedKey, savedQuery } from "./overview.ts";

interface SavedListsProps {
  readonly place: ListPlace;
  /** The page's own order, which no list has to keep. */
  readonly usualSort: string;
}

/** What a list keeps of its place: filters and order, not the page. */
const queryIn = ({ place: { state }, usualSort }: SavedListsProps): Record<string, string> => ({
  ...state.filters,
  ...(state.sort && state.sort !== usualSort ? { sort: state.sort } : {}),
});

const sameQuery = (one: Record<string, string>, other: Record<string, string>): boolean => {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
};

export function SavedLists(props: SavedListsProps) {
  const { place } = props;
  const { data: lists = [] } = useQuery(savedQuery);
  const [managing, setManaging] = useState(false);
  const now = queryIn(props);
  const known = lists.some(({ query }) => sameQuery(query, now));
  const open = ({ query: { sort, ...filters } }: SavedList) => place.go({ filters, sort });
  if (lists.length === 0 && Object.keys(now).length === 0) return null;
  return (
    <nav className={styles.saved} aria-label="常用查询">
      {lists.length > 0 ? <span>常用查询</span> : null}
      {lists.map((list) => (
        <Button
          key={list.id}
          size="small"
          aria-pressed={sameQuery(list.query, now)}
          className={sameQuery(list.query, now) ? (styles.pressed ?? "") : ""}
          title={list.own ? "" : "同事共享的"}
          onClick={() => open(list)}
        >
          {list.name}
        </Button>
      ))}
      {Object.keys(now).length > 0 && !known ? <Keep query={now} /> : null}
      {lists.some(({ own }) => own) ? (
        <Button size="small" type="link" onClick={() => setManaging(true)}>
          管理
        </Button>
      ) : null}
      <ManageLists open={managing} lists={lists} onClose={() => setManaging(false)} />
    </nav>
  );
}

interface KeepProps {
  readonly query: Record<string, string>;
}

function Keep({ query }: KeepProps) {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const keep = useCommand(keepSaved, {
    refresh: [savedKey],
    onDone: () => {
      setOpen(false);
      setName("");
      message.success("已存为常用查询");
    },
  });
  const save = () => keep.mutate({ id: crypto.randomUUID(), name: name.trim(), query, shared });
  return (
    <>
      <Button size="small" type="dashed" onClick={() => setOpen(true)}>
        把现在的筛选存为常用
      </Button>
      <Modal
        open={open}
        title="存为常用查询"
        okText="保存"
        cancelText="先不存"
        okButtonProps={{ disabled: name.trim() === "" }}
        confirmLoading={keep.isPending}
        onOk={save}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <div className={styles.form}>
          <Input
            aria-label="名称"
            placeholder="名称，例如：本月超期的"
            maxLength={30}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => (name.trim() === "" ? undefined : save())}
          />
          <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
            本工会的同事也能用
          </Checkbox>
          {keep.error ? <ErrorSentence problem={keep.error} /> : null}
        </div>
      </Modal>
    </>
  );
}
