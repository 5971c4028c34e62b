// Proof field (验证本人): what the present authenticator shows, or a recovery code.
import { Form, Input } from "antd";

export const ProofField = ({ label }: { readonly label: string }) => (
  <Form.Item
    name="proof"
    label={label}
    extra="身份验证器上现在的 6 位数字；手机不在了，填一个没有用过的备用码。"
    rules={[{ required: true, whitespace: true, message: "请填写动态口令或一个备用码" }]}
  >
    <Input autoComplete="one-time-code" maxLength={40} style={{ maxWidth: 280 }} />
  </Form.Item>
);
