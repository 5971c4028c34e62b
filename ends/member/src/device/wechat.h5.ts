// WeChat (微信) is not where the App runs.

export const inWechat = false;

export const wechatCode = async (): Promise<string | undefined> => undefined;

export const askConsent = async (_template: string): Promise<boolean> => false;
