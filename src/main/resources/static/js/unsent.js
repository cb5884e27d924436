// Answers that could not be sent, as this browser keeps them: one entry for each draft and tab. A private window may refuse.
const prefix = draft => `unsent ${draft} `;
export const keyOf = (draft, tab) => prefix(draft) + tab;

export const load = key => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
export const keep = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    /* Nothing outlives a private window anyway. */
  }
};
export const drop = key => {
  try {
    localStorage.removeItem(key);
  } catch {
    /* Nothing was kept. */
  }
};
export const unsentOf = draft => {
  try {
    return Object.entries(localStorage).filter(([key]) => key.startsWith(prefix(draft)));
  } catch {
    return [];
  }
};

// What is kept, as the request that should have been sent.
export const asRequest = ({ fields, ...rest }) => {
  const data = new URLSearchParams(rest);
  for (const [name, values] of Object.entries(fields)) {
    data.append('touched', name);
    values.forEach(value => data.append(name, value));
  }
  return data;
};
