// Login (登录) in the App: the session lives in a cookie that no script reads.

export const keepToken = (_token: string): void => undefined;

export const dropToken = (): void => undefined;
