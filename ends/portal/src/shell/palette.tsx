// Palette (全局搜索): Ctrl-K, then a few letters, to a function, a person, a union or a case.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Modal } from "antd";
import { type KeyboardEvent, useDeferredValue, useEffect, useState } from "react";
import type { Me } from "../session.ts";
import { ErrorSentence } from "../ui/error-sentence.tsx";
import { SearchOutlined } from "../ui/icons.tsx";
import styles from "./palette.module.css";
import { functionsFor, type Hit, type HitGroup } from "./palette-hits.ts";
import { searchEverywhere } from "./palette-sources.ts";

interface PaletteProps {
  readonly menu: Me["menu"];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

export function Palette({ menu, open, onOpen }: PaletteProps) {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onOpen(true);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [onOpen]);
  return (
    <Modal
      open={open}
      onCancel={() => onOpen(false)}
      footer={null}
      closable={false}
      title={<span className="nj-listen">搜索</span>}
      width={600}
      style={{ top: 96 }}
      styles={{ container: { padding: 0, overflow: "hidden" }, header: { height: 0, margin: 0 } }}
      destroyOnHidden
    >
      <Finder menu={menu} onGone={() => onOpen(false)} />
    </Modal>
  );
}

interface FinderProps {
  readonly menu: Me["menu"];
  readonly onGone: () => void;
}

function Finder({ menu, onGone }: FinderProps) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const router = useRouter();
  const { groups, error, waiting } = useHits(menu, typed.trim());
  const hits = groups.flatMap((group) => group.hits);
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    onGone();
    router.history.push(hit.path);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      event.preventDefault();
      setAt((at + step + hits.length) % hits.length);
    }
    if (event.key === "Enter") go(hits[at]);
  };
  return (
    <div className={styles.finder}>
      <label className={styles.box}>
        <SearchOutlined />
        <input
          // biome-ignore lint/a11y/noAutofocus: the box was asked for by a key; typing is all it is for
          autoFocus
          role="combobox"
          aria-label="搜索功能、人、工会、办件"
          aria-expanded={hits.length > 0}
          aria-controls="palette-hits"
          aria-activedescendant={hits[at] ? `palette-${at}` : undefined}
          autoComplete="off"
          placeholder="输入功能、姓名、工会名称或办件编号"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <kbd>Esc</kbd>
      </label>
      <div className={styles.hits} id="palette-hits" role="listbox" aria-label="搜索结果">
        <Groups groups={groups} at={at} onAt={setAt} onGo={go} />
        {error ? <ErrorSentence problem={error} /> : null}
        {hits.length === 0 && !waiting && !error ? (
          <p className={styles.none}>
            没有找到“{typed.trim()}”。可以换个说法，或输入姓名、工会名称的一部分。
          </p>
        ) : null}
        {waiting ? <p className={styles.none}>正在查找</p> : null}
      </div>
    </div>
  );
}

interface GroupsProps {
  readonly groups: readonly HitGroup[];
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly onGo: (hit: Hit) => void;
}

function Groups({ groups, at, onAt, onGo }: GroupsProps) {
  let index = -1;
  return groups.map((group) => (
    // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options by role
    <div key={group.title} role="group" aria-label={group.title}>
      <p className={styles.group} aria-hidden>
        {group.title}
      </p>
      {group.hits.map((hit) => {
        index += 1;
        const place = index;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the combobox above
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active option
          <div
            key={hit.key}
            id={`palette-${place}`}
            role="option"
            aria-selected={place === at}
            className={styles.hit}
            ref={(node) => {
              if (place === at) node?.scrollIntoView({ block: "nearest" });
            }}
            onMouseMove={() => place !== at && onAt(place)}
            onClick={() => onGo(hit)}
          >
            <span className={styles.hitTitle}>{hit.title}</span>
            {hit.detail ? <span className={styles.detail}>{hit.detail}</span> : null}
          </div>
        );
      })}
    </div>
  ));
}

/** Functions are found here at once; people, unions and cases by the server, from two characters on. */
function useHits(menu: Me["menu"], typed: string) {
  const words = useDeferredValue(typed);
  const asks = words.length >= 2;
  const { data, error, isFetching } = useQuery({
    queryKey: ["search", words],
    queryFn: ({ signal }) => searchEverywhere(words, signal),
    enabled: asks,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const found = asks && data ? data : [];
  const groups = [functionsFor(menu, typed), ...found].filter(({ hits }) => hits.length > 0);
  return { groups, error, waiting: asks && isFetching };
}
