/** The categories that a household usually has, besides the built-in ones. */
export interface StarterCategory {
  name: string;
  /** The key of the category that it belongs to, if that is there. */
  parent: string | null;
  /** Whether it is ticked at first. */
  isUsual: boolean;
}

const usual = (name: string, parent: string | null = null): StarterCategory => ({
  name,
  parent,
  isUsual: true,
});

const rare = (name: string, parent: string | null = null): StarterCategory => ({
  name,
  parent,
  isUsual: false,
});

/** Parents stand before those that belong to them. */
export const starterCategories: readonly StarterCategory[] = [
  usual("Groceries", "FOOD"),
  usual("Eating out", "FOOD"),
  usual("Public transport", "TRANSPORT"),
  rare("Car", "TRANSPORT"),
  usual("Housing"),
  usual("Rent", "HOUSING"),
  usual("Utilities", "HOUSING"),
  rare("Household", "HOUSING"),
  usual("Health"),
  usual("Insurance"),
  usual("Clothing"),
  usual("Leisure"),
  rare("Subscriptions", "LEISURE"),
  rare("Sport", "LEISURE"),
  usual("Travel"),
  rare("Children"),
  rare("Pets"),
  rare("Education"),
  usual("Gifts"),
  rare("Taxes and fees"),
];
