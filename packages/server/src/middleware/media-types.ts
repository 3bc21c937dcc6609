/** What bodies can be, and nearly every answer is. */
export const jsonType = "application/json";
export const formType = "application/x-www-form-urlencoded";
export const multipartType = "multipart/form-data";
