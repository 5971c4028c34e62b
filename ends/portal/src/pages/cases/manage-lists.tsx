// Managing saved lists (管理常用查询): another name, shared or not, another order; removed, and brought back.
import { App, Button, Checkbox, Input, Modal } from "antd";
import { useCommand } from "../../session.ts";
import { ArrowDownOutlined, ArrowUpOutlined } from "../../ui/icons.tsx";
import { sentenceOf } from "../../ui/problem.ts";
import styles from "./overview.module.css";
import { keepSaved, orderSaved, removeSaved, type SavedList, savedKey } from "./overview.ts";

interface ManageListsProps {
  readonly open: boolean;
  readonly lists: readonly SavedList[];
  readonly onClose: () => void;
}

const undoSeconds = 8;

/** Removing is undone by keeping the same list again. */
function useListCommands() {
  const { message } = App.useApp();
  const refresh = [savedKey];
  const onError = (failure: unknown) => message.error(sentenceOf(failure).title);
  const keep = useCommand(keepSaved, { refresh });
  const order = useCommand(orderSaved, { refresh });
  const remove = useCommand(({ id }: SavedList, headers) => removeSaved(id, headers), { refresh });
  const keepList = (list: SavedList) => keep.mutate(list, { onError });
  const offerUndo = (list: SavedList) => {
    const key = `removed ${list.id}`;
    const bringBack = () => {
      keepList(list);
      message.destroy(key);
    };
    message.open({
      key,
      type: "success",
      duration: undoSeconds,
      content: (
        <>
          已删除“{list.name}”
          <Button type="link" size="small" onClick={bringBack}>
            撤销
          </Button>
        </>
      ),
    });
  };
  return {
    keep: keepList,
    order: (ids: string[]) => order.mutate(ids, { onError }),
    remove: (list: SavedList) => remove.mutate(list, { onSuccess: () => offerUndo(list), onError }),
  };
}

/** The ids with the one at `from` moved by `by`. */
function moved(lists: readonly SavedList[], from: number, by: -1 | 1): string[] {
  const ids = lists.map(({ id }) => id);
  const [id] = ids.splice(from, 1);
  if (id !== undefined) ids.splice(from + by, 0, id);
  return ids;
}

export function ManageLists({ open, lists, onClose }: ManageListsProps) {
  const commands = useListCommands();
  const own = lists.filter((list) => list.own);
  const rename = (list: SavedList, typed: string) => {
    const name = typed.trim();
    if (name !== "" && name !== list.name) commands.keep({ ...list, name });
  };
  return (
    <Modal open={open} title="管理常用查询" footer={null} onCancel={onClose} destroyOnHidden>
      {own.length === 0 ? <p>您存的常用查询都已删除。</p> : null}
      <div className={styles.lists}>
        {own.map((list, nth) => (
          <div key={list.id} className={styles.list}>
            <Input
              aria-label={`“${list.name}”的名称`}
              defaultValue={list.name}
              maxLength={30}
              onBlur={(event) => rename(list, event.target.value)}
              onPressEnter={(event) => rename(list, event.currentTarget.value)}
            />
            <Checkbox
              checked={list.shared}
              onChange={(event) => commands.keep({ ...list, shared: event.target.checked })}
            >
              同事也能用
            </Checkbox>
            <Button
              type="text"
              aria-label={`“${list.name}”往前`}
              icon={<ArrowUpOutlined />}
              disabled={nth === 0}
              onClick={() => commands.order(moved(own, nth, -1))}
            />
            <Button
              type="text"
              aria-label={`“${list.name}”往后`}
              icon={<ArrowDownOutlined />}
              disabled={nth === own.length - 1}
              onClick={() => commands.order(moved(own, nth, 1))}
            />
            <Button type="link" danger onClick={() => commands.remove(list)}>
              删除
            </Button>
          </div>
        ))}
      </div>
    </Modal>
  );
}
