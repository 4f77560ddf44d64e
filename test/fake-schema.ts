import type { AssociationType, SchemaDoor } from '#usecases/crm';

/** The install's door over maps: knows what exists, and gives ids to what is made. */
export function fakeSchema(): SchemaDoor {
  const objects = new Map<string, string>();
  const properties = new Map<string, Map<string, readonly string[]>>();
  const groups = new Map<string, string[]>();
  const associations = new Map<string, AssociationType[]>();
  let nextId = 1;
  const propertiesOf = (type: string) => {
    const known = properties.get(type) ?? new Map<string, readonly string[]>();
    properties.set(type, known);
    return known;
  };
  const take = (
    type: string,
    definitions: readonly { name: string; options?: readonly { value: string }[] }[],
  ) =>
    definitions.forEach(({ name, options }) =>
      propertiesOf(type).set(name, options?.map(({ value }) => value) ?? []),
    );
  return {
    objects: () => Promise.resolve(new Map(objects)),
    createObject: (definition) => {
      const typeId = `2-${nextId++}`;
      objects.set(definition.name, typeId);
      take(definition.name, definition.properties);
      for (const to of definition.associated) {
        associations.set(`${definition.name}>${to}`, [{ typeId: nextId++, label: null }]);
      }
      return Promise.resolve(typeId);
    },
    properties: (type) => Promise.resolve(new Map(propertiesOf(type))),
    createProperties: (type, definitions) => Promise.resolve(take(type, definitions)),
    setOptions: (type, name, options) =>
      Promise.resolve(
        void propertiesOf(type).set(
          name,
          options.map(({ value }) => value),
        ),
      ),
    groups: (type) => Promise.resolve(groups.get(type) ?? []),
    createGroup: (type, name) => Promise.resolve(void groups.set(type, [...(groups.get(type) ?? []), name])),
    associations: (from, to) => Promise.resolve(associations.get(`${from}>${to}`) ?? []),
    createLabel: (from, to, _name, label) => {
      const made = { typeId: nextId++, label };
      associations.set(`${from}>${to}`, [...(associations.get(`${from}>${to}`) ?? []), made]);
      return Promise.resolve(made);
    },
  };
}
