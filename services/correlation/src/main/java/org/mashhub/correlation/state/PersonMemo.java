package org.mashhub.correlation.state;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.mashhub.correlation.observation.PersonId;

/**
 * What was worked out about people, remembered from entry to entry: the same would come
 * of working it out again. It is no state: it stands in no changelog, and what has been
 * used least lately is forgotten.
 *
 * @param <V> what is worked out, which nobody changes afterwards
 */
public final class PersonMemo<V> {

	private final Map<PersonId, V> remembered;

	/**
	 * Creates a memory.
	 * @param most about how many people something is remembered
	 */
	public PersonMemo(int most) {
		this.remembered = new LinkedHashMap<>(16, 0.75f, true) {
			@Override
			protected boolean removeEldestEntry(Map.Entry<PersonId, V> eldest) {
				return size() > most;
			}
		};
	}

	/**
	 * A view of the memory while some people have changed, which is not said of others
	 * until it is kept.
	 * @param changed people of whom what is remembered no longer holds
	 * @return the view
	 */
	public View<V> without(Set<PersonId> changed) {
		return new View<>(this.remembered, changed);
	}

	/**
	 * The memory during one entry.
	 *
	 * @param <V> what is worked out
	 */
	public static final class View<V> {

		private final Map<PersonId, V> remembered;

		private final Set<PersonId> changed;

		private final Map<PersonId, V> ofChanged = new HashMap<>();

		private View(Map<PersonId, V> remembered, Set<PersonId> changed) {
			this.remembered = remembered;
			this.changed = changed;
		}

		/**
		 * What is remembered of a person, worked out if nothing is.
		 * @param person the person
		 * @param work works it out from the state
		 * @return what came of it, now or before
		 */
		public V of(PersonId person, Function<PersonId, V> work) {
			Map<PersonId, V> memory = this.changed.contains(person) ? this.ofChanged : this.remembered;
			V known = memory.get(person);
			if (known == null) {
				known = work.apply(person);
				memory.put(person, known);
			}
			return known;
		}

		/** From now on the changes hold for everybody who asks. */
		public void keep() {
			this.changed.forEach(this.remembered::remove);
			this.remembered.putAll(this.ofChanged);
		}

	}

}
