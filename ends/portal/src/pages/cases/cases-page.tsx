// The case list (办件查询): every case filed at the post's union and below, narrowed down, sorted, taken out as Excel.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useMemo } from "react";
import { useListPlace } from "../../list-state.ts";
import { paths, withSearch } from "../../paths.ts";
import { DownloadOutlined } from "../../ui/icons.tsx";
import type { ListPlace } from "../../ui/list.ts";
import { ListPage } from "../../ui/list-page.tsx";
import { sentenceOf } from "../../ui/problem.ts";
import { useUnionName } from "../../unions/union-name.ts";
import { columns } from "./case-columns.tsx";
import { findWho, kindsQuery, listQuery } from "./overview.ts";
import { caseFields } from "./overview-filters.tsx";
import { OverviewTabs } from "./overview-tabs.tsx";
import { SavedLists } from "./saved-lists.tsx";

/** As many as one file holds. */
const inFileAtMost = 10_000;

const usual = { sort: "-filed" };

/** Masks of the numbers typed since the page was loaded, by their codes. */
const masks = new Map<string, string>();

const isNumber = (text: string): boolean => /^(?:1\d{10}|\d{17}[\dXx])$/.test(text);

/** A number typed into the search box is exchanged for its code before anything goes into the address. */
function useFilters(place: ListPlace) {
  const { message } = App.useApp();
  return async (filters: Record<string, string>) => {
    const { q = "", ...others } = filters;
    const bare = q.replaceAll(/[\s-]/g, "");
    if (!isNumber(bare)) return place.go({ filters });
    try {
      const { who, mask } = await findWho(bare);
      masks.set(who, mask);
      place.go({ filters: { ...others, who } });
    } catch (failure) {
      message.error(sentenceOf(failure).title, 6);
    }
  };
}

export function Page() {
  const place = useListPlace(usual);
  const { history } = useRouter();
  const { filters, sort } = place.state;
  const { data: kinds } = useQuery(kindsQuery);
  const union = useUnionName(filters.unionId);
  const seatUnion = useUnionName(filters.seatUnionId);
  const who = masks.get(filters.who ?? "");
  const fields = useMemo(
    () => caseFields({ kinds, union, seatUnion, who }),
    [kinds, union, seatUnion, who],
  );
  const query = useQuery({ ...listQuery(place.state), placeholderData: keepPreviousData });
  const onFilters = useFilters(place);
  const total = query.data?.total ?? 0;
  const tooMany = query.data?.capped === true || total > inFileAtMost;
  return (
    <ListPage
      title="办件"
      sentence="提交到本工会和下级工会的全部办件，在办的和办结的都在这里。"
      above={
        <>
          <OverviewTabs here="list" />
          <SavedLists place={place} usualSort={usual.sort} />
        </>
      }
      id="cases.list"
      label="办件"
      unit="个办件"
      columns={columns}
      keyOf={({ id }) => id}
      list={{ place, query }}
      fields={fields}
      onFilters={onFilters}
      tools={
        <Button
          icon={<DownloadOutlined />}
          disabled={total === 0 || tooMany}
          title={tooMany ? "一张表最多 10,000 件，请先缩小范围" : ""}
          href={withSearch("/api/cases/export", { ...filters, sort })}
          download
        >
          导出
        </Button>
      }
      onOpen={({ id }) => history.push(paths.case(id))}
      empty={{
        sentence: "还没有办件",
        hint: "职工或干事提交申请后，会出现在这里。",
      }}
    />
  );
}
