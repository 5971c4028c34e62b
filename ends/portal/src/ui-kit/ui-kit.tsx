// UI kit (组件样张): every part of the kit with content as it will be; for looking at, only while developing.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import type { ComponentType } from "react";
import { FormStory } from "./form-story.tsx";
import { ListStory } from "./list-story.tsx";
import { NumbersStory } from "./numbers-story.tsx";
import { StatesStory } from "./states-story.tsx";
import { WorkStory } from "./work-story.tsx";

const stories: Record<string, ComponentType> = {
  列表: ListStory,
  表单: FormStory,
  办件与进度: WorkStory,
  数字与图表: NumbersStory,
  空白与出错: StatesStory,
};

export function UiKit() {
  const { tab = "列表" } = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const Story = stories[tab] ?? ListStory;
  return (
    <main style={{ maxWidth: 1208, margin: "0 auto", padding: "24px 16px" }}>
      <div style={{ marginBottom: 24, overflowX: "auto" }}>
        <Segmented
          options={Object.keys(stories)}
          value={tab}
          onChange={(next) => navigate({ to: "/ui-kit", search: { tab: next } as never })}
        />
      </div>
      <Story />
    </main>
  );
}
