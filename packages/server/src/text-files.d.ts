/** The build and the test runner give a text file's content. */
declare module "*.txt" {
  const content: string;
  export default content;
}
