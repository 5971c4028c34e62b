// Scan (扫描密钥): the QR square for an authenticator, and the secret for those who cannot scan.
import styles from "./sign-in.module.css";

interface ScanProps {
  readonly offer: { readonly qr: string; readonly secret: string };
}

export function Scan({ offer: { qr, secret } }: ScanProps) {
  return (
    <div className={styles.scan}>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
        alt="动态口令二维码"
        width={160}
        height={160}
      />
      <p>
        用手机上的身份验证器扫描二维码。
        <br />
        <span className={styles.quiet}>不能扫描时，手工填入密钥：</span>
        <code className={styles.secret}>{secret}</code>
      </p>
    </div>
  );
}
