/** Configs that teach one thing each; the comment at their top says which. */
export interface Lesson {
  name: string;
  title: string;
  text: string;
  config: string;
}

const order = ['first', 'unknown', 'exclude', 'order', 'days', 'where', 'routes', 'tests',
               'broken-words', 'broken-ranges'];

const files = import.meta.glob<string>('../../examples/*.yaml', {
  query: '?raw', import: 'default', eager: true,
});

function lessonOf(name: string): Lesson {
  const config = files[`../../examples/${name}.yaml`] ?? '';
  const comment = config.slice(0, config.indexOf('\n\n')).split('\n')
    .map(line => line.replace(/^# ?/, ''));
  return { name, config, title: comment[0] ?? name, text: comment.slice(1).join(' ') };
}

export const lessons: Lesson[] = order.map(lessonOf);
