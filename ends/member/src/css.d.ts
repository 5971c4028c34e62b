// Styles (样式) are imported for their effect.
declare module "*.css";
