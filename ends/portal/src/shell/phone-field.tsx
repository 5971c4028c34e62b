// Phone field (手机号): the same on every way of signing in.
import { Form, Input } from "antd";
import { plainFigures } from "../ui/form/rules.ts";

export function PhoneField() {
  return (
    <Form.Item
      name="phone"
      label="手机号"
      normalize={plainFigures}
      validateTrigger="onBlur"
      validateFirst
      rules={[
        { required: true, message: "请填写手机号" },
        { pattern: /^1\d{10}$/, message: "手机号是 1 开头的 11 位数字，请核对" },
      ]}
    >
      <Input size="large" autoComplete="username" inputMode="tel" maxLength={20} />
    </Form.Item>
  );
}
