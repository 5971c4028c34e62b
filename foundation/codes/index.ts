// Codes (码): QR codes, codes to type in, and random digits.
export { longestQrBytes, qrPng, qrSquares, qrSvg } from "./qr.ts";
export { randomDigits, readVerificationCode, verificationCode } from "./verification.ts";
