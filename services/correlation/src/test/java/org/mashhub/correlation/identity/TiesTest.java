package org.mashhub.correlation.identity;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TiesTest {

	@Test
	void tiesNobodyAtFirst() {
		Ties ties = new Ties(apart());

		assertThat(ties.of(0)).isZero();
		assertThat(ties.of(3)).isEqualTo(3);
		assertThat(ties.permit(0, 3)).isTrue();
	}

	@Test
	void tiesAllThatAreTiedToOne() {
		Ties ties = new Ties(apart());
		ties.tie(0, 1);
		ties.tie(2, 3);
		ties.tie(1, 3);

		assertThat(ties.of(3)).isEqualTo(ties.of(0));
		assertThat(ties.of(2)).isEqualTo(ties.of(1));
		assertThat(ties.of(4)).isEqualTo(4);
	}

	@Test
	void tiesNobodyOverAProof() {
		Ties ties = new Ties(apart(new int[] { 0, 1 }));
		ties.tie(0, 1);
		ties.tie(1, 0);

		assertThat(ties.permit(0, 1)).isFalse();
		assertThat(ties.permit(1, 0)).isFalse();
		assertThat(ties.of(0)).isNotEqualTo(ties.of(1));
	}

	@Test
	void holdsAProofForAllThatAreTied() {
		Ties ties = new Ties(apart(new int[] { 0, 4 }, new int[] { 1, 3 }));
		ties.tie(0, 1);

		assertThat(ties.permit(1, 4)).isFalse();
		assertThat(ties.permit(4, 1)).isFalse();
		assertThat(ties.permit(0, 3)).isFalse();
		assertThat(ties.permit(3, 0)).isFalse();
		assertThat(ties.permit(0, 2)).isTrue();
		ties.tie(4, 1);
		assertThat(ties.of(4)).isEqualTo(4);
	}

	/** Five groups, of which some pairs are proven two people. */
	private static double[][] apart(int[]... proven) {
		double[][] bits = new double[5][5];
		for (int[] pair : proven) {
			bits[pair[0]][pair[1]] = Double.NEGATIVE_INFINITY;
		}
		return bits;
	}

}
