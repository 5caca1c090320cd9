package org.mashhub.correlation.identity;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Particulars;

import static org.assertj.core.api.Assertions.assertThat;

/** How well one field of two people agrees, either way round. */
final class Compared {

	private static final Comparer COMPARER = new Comparer();

	private Compared() {
	}

	static @Nullable Agreement in(Field field, People one, People other) {
		Particulars a = one.particulars();
		Particulars b = other.particulars();
		Agreement level = COMPARER.compare(field, a, b);
		assertThat(COMPARER.compare(field, b, a)).as("the other way round").isEqualTo(level);
		return level;
	}

}
