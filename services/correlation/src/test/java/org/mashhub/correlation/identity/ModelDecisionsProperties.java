package org.mashhub.correlation.identity;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.mashhub.correlation.observation.Mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What holds for the weight of any two mentions. */
class ModelDecisionsProperties {

	private final FellegiSunterModel model = new FellegiSunterModel(ModelFile.builtIn(),
			new FellegiSunterModel.Thresholds(-1, 1, 8), 900_000);

	@Property(tries = 1000)
	void isTheSameEitherWayAndTheSumOfItsExplanation(@ForAll long seed) {
		Random random = new Random(seed);
		Mention one = ComparerProperties.somebody(random).mention();
		Mention other = ComparerProperties.somebody(random).mention();
		double bits = this.model.bits(one, other);
		Score score = this.model.explain(one, other);

		assertThat(this.model.bits(other, one)).isEqualTo(bits, within(1e-9));
		assertThat(score.bits()).isEqualTo(bits, within(1e-3));
		assertThat(score.comparisons().stream().mapToDouble(Comparison::bits).sum()).isEqualTo(score.bits(),
				within(1e-6));
	}

	@Property(tries = 1000)
	void looksNoFurtherOnlyWhereTheTwoWillNotBeLookedAtTogether(@ForAll long seed) {
		Random random = new Random(seed);
		Mention one = ComparerProperties.somebody(random).mention();
		Mention other = ComparerProperties.somebody(random).mention();
		double bits = this.model.bits(one, other);

		if (bits >= this.model.edgeAt()) {
			assertThat(this.model.bitsIfAnEdge(one, other)).isEqualTo(bits);
		}
		else {
			assertThat(this.model.bitsIfAnEdge(one, other)).isLessThan(this.model.edgeAt());
		}
	}

}
