/** The media type of most bodies and nearly all answers. */
export const jsonType = "application/json";
export const formType = "application/x-www-form-urlencoded";
export const multipartType = "multipart/form-data";
