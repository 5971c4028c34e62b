// Union tree (组织树): one level at a time, with the numbers of members and unions at every node.
import { useQuery } from "@tanstack/react-query";
import { Tree, type TreeDataNode } from "antd";
import { type ComponentRef, type ReactNode, useEffect, useRef } from "react";
import { ErrorSentence } from "../../../ui/error-sentence.tsx";
import { LinesSkeleton } from "../../../ui/skeletons.tsx";
import { countWords } from "../../../ui/words.ts";
import styles from "./organisations.module.css";
import { levelQuery, type UnionNode } from "./unions.ts";
import { type Levels, useTree } from "./use-tree.ts";

interface UnionTreeProps {
  readonly openKey: string | undefined;
  readonly onOpen: (unionId: string) => void;
}

const moreMark = "more:";
const treeHeight = () => Math.max(320, window.innerHeight - 330);

export function UnionTree({ openKey, onOpen }: UnionTreeProps) {
  const { data, error, refetch } = useQuery(levelQuery(undefined));
  const root = data?.rows[0];
  const { levels, load, expanded, setExpanded } = useTree(root?.id, openKey);
  const tree = useRef<ComponentRef<typeof Tree>>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a branch that has opened is what may bring the union in sight
  useEffect(() => {
    if (openKey) tree.current?.scrollTo({ key: openKey, align: "auto" });
  }, [openKey, expanded]);
  if (error && !data) return <ErrorSentence size="block" problem={error} onRetry={refetch} />;
  if (!root) return <LinesSkeleton count={12} />;
  const choose = (key: string) => {
    if (!key.startsWith(moreMark)) return onOpen(key);
    const parent = key.slice(moreMark.length);
    load(parent, (levels.get(parent)?.page ?? 1) + 1).catch(() => undefined);
  };
  return (
    <Tree
      ref={tree}
      blockNode
      aria-label="组织树"
      className={styles.tree ?? ""}
      height={treeHeight()}
      treeData={[drawNode(root, levels)]}
      expandedKeys={[...expanded]}
      onExpand={(keys) => setExpanded(keys.map(String))}
      loadedKeys={[...levels.keys()]}
      loadData={({ key }) => load(String(key)).catch(() => undefined)}
      selectedKeys={[openKey ?? root.id]}
      onSelect={(_keys, { node }) => choose(String(node.key))}
    />
  );
}

function drawNode(union: UnionNode, levels: Levels): TreeDataNode {
  const below = levels.get(union.id);
  const children = below?.rows.map((child) => drawNode(child, levels));
  const left = below ? below.total - below.rows.length : 0;
  if (left > 0) children?.push(moreNode(union.id, left));
  return {
    key: union.id,
    title: <NodeTitle union={union} />,
    isLeaf: !union.hasChildren,
    ...(children ? { children } : {}),
  };
}

const moreNode = (parent: string, left: number): TreeDataNode => ({
  key: moreMark + parent,
  isLeaf: true,
  title: <span className={styles.more}>还有 {countWords(left)} 个，继续显示</span>,
});

function NodeTitle({ union }: { readonly union: UnionNode }): ReactNode {
  const { name, members, unionsBelow, state, stateName } = union;
  return (
    <span className={styles.node} title={name}>
      <span className={styles.nodeName}>{name}</span>
      <span className={styles.nodeCount}>
        {state === "live" ? null : `${stateName} · `}
        {countWords(members)} 人{unionsBelow > 0 ? ` · 下级 ${countWords(unionsBelow)}` : ""}
      </span>
    </span>
  );
}
