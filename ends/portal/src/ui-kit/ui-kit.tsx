// UI kit (组件样张): every part of the kit with content as it will be; for looking at, only while developing.
import { Segmented } from "antd";
import { type ComponentType, useState } from "react";
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
  const [name, setName] = useState(decodeURIComponent(location.hash.slice(1)) || "列表");
  const Story = stories[name] ?? ListStory;
  return (
    <main style={{ maxWidth: 1208, margin: "0 auto", padding: "24px 16px" }}>
      <div style={{ marginBottom: 24, overflowX: "auto" }}>
        <Segmented options={Object.keys(stories)} value={name} onChange={setName} />
      </div>
      <Story />
    </main>
  );
}
