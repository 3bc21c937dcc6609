/** Text files can be imported: the build and the test runner supply their content. */
declare module "*.txt" {
  const content: string;
  export default content;
}
