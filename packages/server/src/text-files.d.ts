/** The build and the test runner supply a text file's content. */
declare module "*.txt" {
  const content: string;
  export default content;
}
