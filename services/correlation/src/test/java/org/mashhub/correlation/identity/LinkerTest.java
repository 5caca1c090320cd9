package org.mashhub.correlation.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.HandlingCode;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.RecordState;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.observation.TimePrecision;
import org.mashhub.correlation.state.Edge;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.Indexes;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.LinkAnswer.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** Which person a mention comes to, in an area that holds nothing else. */
class LinkerTest {

	private static final double REVIEW = 1;

	private static final double SAME = 8;

	private final FellegiSunterModel model = new FellegiSunterModel(ModelFile.builtIn(),
			new FellegiSunterModel.Thresholds(-1, REVIEW, SAME), 900_000);

	private final HeapState state = new HeapState();

	private final Indexes indexes = new Indexes(this.state, this.model::blockingKeys);

	private final Linker linker = new Linker(this.model, (mention) -> new PersonId(mention.value()));

	private long sequence;

	@Test
	void foundsAPersonForSomebodyNew() {
		Mention marie = marie().mention();

		assertThat(put("1", marie)).singleElement().satisfies((change) -> {
			assertThat(change.mention()).isEqualTo(marie.id());
			assertThat(change.from()).isNull();
			assertThat(change.to()).isEqualTo(foundedBy(marie));
			assertThat(change.bits()).isNull();
			assertThat(change.comparisons()).isEmpty();
			assertThat(change.joined()).isFalse();
			assertThat(change.nextBest()).isNull();
		});
	}

	@Test
	void joinsWhoeverIsTheSameAndSaysWhy() {
		Mention marie = marie().mention();
		Mention again = marie().mention();
		put("1", marie);

		assertThat(put("2", again)).singleElement().satisfies((change) -> {
			assertThat(change.mention()).isEqualTo(again.id());
			assertThat(change.from()).isNull();
			assertThat(change.to()).isEqualTo(foundedBy(marie));
			assertThat(change.bits()).isNotNull().isEqualTo(this.model.bits(marie, again));
			assertThat(change.comparisons()).isEqualTo(this.model.explain(marie, again).comparisons()).isNotEmpty();
			assertThat(change.joined()).isTrue();
			assertThat(change.officerDecided()).isFalse();
		});
		assertThat(this.linker.explain(marie, again)).isEqualTo(this.model.explain(marie, again));
	}

	@Test
	void namesAPersonByWhoeverWasThereFirst() {
		Mention second = marie().mention();
		Mention first = marie().mention();
		put("1", first);
		put("2", second);

		assertThat(personOf(second)).isEqualTo(foundedBy(first));
		assertThat(personOf(first)).isEqualTo(foundedBy(first));
	}

	@Test
	void namesThePersonsOfOneRecordByTheirPlaceInIt() {
		Mention other = People.called("DANIEL", "HARTE").born("1985-03-02").at("home").mention();
		Mention marie = marie().mention();
		Mention earlier = marie().mention();
		put("1", marie, other);
		put("2", earlier);

		assertThat(personOf(earlier)).isEqualTo(foundedBy(marie));
		assertThat(founding(marie)).isLessThan(founding(other));
		assertThat(founding(other)).isLessThan(founding(earlier));
	}

	@Test
	void tellsThoseWhoMovedTooWhenSomebodyBindsThem() {
		Mention byPhone = People.called("JOHN", "SMITH").phone("+447700900001").mention();
		Mention byNumber = People.called("JOHN", "SMITH").numbered(Identifier.NHS_NUMBER, "9990000018").mention();
		Mention both = People.called("JOHN", "SMITH")
			.phone("+447700900001")
			.numbered(Identifier.NHS_NUMBER, "9990000018")
			.mention();
		put("1", byPhone);
		put("2", byNumber);
		assertThat(personOf(byNumber)).isEqualTo(foundedBy(byNumber));

		List<LinkChange> changes = put("3", both);

		assertThat(changes).extracting(LinkChange::mention).containsExactlyInAnyOrder(byNumber.id(), both.id());
		assertThat(changes).filteredOn((change) -> change.mention().equals(byNumber.id()))
			.singleElement()
			.satisfies((change) -> {
				assertThat(change.from()).isEqualTo(foundedBy(byNumber));
				assertThat(change.to()).isEqualTo(foundedBy(byPhone));
			});
		assertThat(changes).filteredOn((change) -> change.mention().equals(both.id()))
			.extracting(LinkChange::from)
			.containsOnlyNulls();

		List<LinkChange> after = withdraw("3");

		assertThat(after).filteredOn((change) -> change.mention().equals(both.id()))
			.singleElement()
			.satisfies((gone) -> {
				assertThat(gone.from()).isEqualTo(foundedBy(byPhone));
				assertThat(gone.to()).isNull();
				assertThat(gone.joined()).isFalse();
			});
		assertThat(after).filteredOn((change) -> change.mention().equals(byNumber.id()))
			.extracting(LinkChange::to)
			.containsExactly(foundedBy(byNumber));
		assertThat(personOf(byPhone)).isEqualTo(foundedBy(byPhone));
		assertThat(this.state.links().get(both.id())).isNull();
	}

	@Test
	void saysNothingWhereARecordComesAgainWithTheSame() {
		Mention marie = marie().mention();
		put("1", marie);
		put("2", marie().mention());

		assertThat(put("1", marie)).isEmpty();
	}

	@Test
	void movesWhoeverIsWrittenAsSomebodyElseNow() {
		Mention marie = marie().mention();
		Mention again = marie().mention();
		put("1", marie);
		put("2", again);
		Mention corrected = again
			.with(People.called("DANIEL", "HARTE").born("1985-03-02").at("elsewhere").mention().particulars());

		assertThat(put("2", corrected)).singleElement().satisfies((change) -> {
			assertThat(change.from()).isEqualTo(foundedBy(marie));
			assertThat(change.to()).isEqualTo(foundedBy(again));
		});
		assertThat(personOf(marie)).isEqualTo(foundedBy(marie));
	}

	@Test
	void leavesThePersonToTheOthersWhenItsFounderIsGone() {
		Mention marie = marie().mention();
		Mention second = marie().mention();
		Mention third = marie().mention();
		put("1", marie);
		put("2", second);
		put("3", third);

		List<LinkChange> changes = withdraw("1");

		assertThat(changes).extracting(LinkChange::mention)
			.containsExactlyInAnyOrder(marie.id(), second.id(), third.id());
		assertThat(personOf(third)).isEqualTo(foundedBy(second));
	}

	@Test
	void neverJoinsTwoPeopleOfOneRecord() {
		Mention earlier = marie().mention();
		Mention later = marie().mention();

		List<LinkChange> changes = put("1", earlier, later);

		assertThat(personOf(earlier)).isNotEqualTo(personOf(later));
		assertThat(changes.getLast().nextBest()).isNotNull().satisfies((next) -> {
			assertThat(next.person()).isEqualTo(foundedBy(earlier));
			assertThat(next.apart()).isEqualTo(LinkChange.Apart.PROVEN);
			assertThat(next.bits()).isGreaterThan(SAME);
			assertThat(next.comparisons()).isEqualTo(this.model.explain(later, earlier).comparisons());
		});
		assertThat(this.linker.questions(this.state, foundedBy(earlier))).isEmpty();
	}

	@Test
	void neverJoinsTwoNhsNumbers() {
		Mention one = marie().numbered(Identifier.NHS_NUMBER, "9990000018").mention();
		Mention other = marie().numbered(Identifier.NHS_NUMBER, "9990000026").mention();
		put("1", one);

		assertThat(nextBest(put("2", other))).satisfies((next) -> {
			assertThat(next.person()).isEqualTo(foundedBy(one));
			assertThat(next.apart()).isEqualTo(LinkChange.Apart.PROVEN);
		});
		assertThat(this.linker.questions(this.state, foundedBy(other))).isEmpty();
	}

	@Test
	void asksAboutFatherAndSonOfOneNameWhoseDatesNobodyWrote() {
		Mention one = People.called("JOHN", "LOWE").at("home").mention();
		Mention other = People.called("JOHN", "LOWE").at("home").mention();
		put("1", one);

		assertThat(nextBest(put("2", other))).satisfies((next) -> {
			assertThat(next.person()).isEqualTo(foundedBy(one));
			assertThat(next.apart()).isEqualTo(LinkChange.Apart.TOO_LITTLE);
			assertThat(next.bits()).isBetween(REVIEW, SAME);
		});
		Linker.Pair pair = Linker.Pair.of(other.id(), one.id(), this.model.bits(one, other));
		assertThat(this.linker.questions(this.state, foundedBy(one))).isEqualTo(Map.of(foundedBy(other), pair));
		assertThat(this.linker.questions(this.state, foundedBy(other))).isEqualTo(Map.of(foundedBy(one), pair));
	}

	@Test
	void keepsFatherAndSonOfOneNameApart() {
		Mention father = People.called("JOHN", "LOWE").born("1960-03-02").at("home").of(Sex.MALE).mention();
		Mention son = People.called("JOHN", "LOWE").born("1988-11-17").at("home").of(Sex.MALE).mention();
		put("1", father);
		put("2", son);
		put("3", People.called("JOHN", "LOWE").born("1988-11-17").at("home").of(Sex.MALE).mention());

		assertThat(personOf(father)).isEqualTo(foundedBy(father));
		assertThat(personOf(son)).isEqualTo(foundedBy(son));
		assertThat(this.state.persons().get(foundedBy(son))).hasSize(2);
		assertThat(this.linker.questions(this.state, foundedBy(father))).isEmpty();
	}

	@Test
	void keepsTwinsApartWhateverIsWrittenOfEitherWithoutAName() {
		Mention eva = People.called("EVA", "LOWE").born("2024-05-04").at("home").mention();
		Mention tess = People.called("TESS", "LOWE").born("2024-05-04").at("home").mention();
		Mention baby = People.called("BABY", "LOWE").born("2024-05-04").at("home").mention();
		put("1", eva);
		put("2", baby);
		put("3", tess);
		put("4", People.called("EVA", "LOWE").born("2024-05-04").at("home").mention());
		put("5", People.called("TESS", "LOWE").born("2024-05-04").at("home").mention());

		assertThat(personOf(eva)).isNotEqualTo(personOf(tess));
		assertThat(this.linker.questions(this.state, personOf(baby))).isNotEmpty();
	}

	@Test
	void asksAboutTheStrongestPairOfTwoPersons() {
		Mention one = People.called("JOHN", "LOWE").at("home").mention();
		Mention weaker = People.called("JON", "LOWE").at("home").numbered("CRN", "X320741").mention();
		Mention stronger = People.called("JOHN", "LOWE").at("home").numbered("CRN", "X320741").mention();
		put("1", one);
		put("2", weaker);
		put("3", stronger);
		put("4", People.called("JON", "LOWE").at("home").numbered("CRN", "X320741").mention());
		assertThat(personOf(stronger)).isEqualTo(foundedBy(weaker));
		assertThat(this.model.bits(one, weaker)).isBetween(REVIEW, this.model.bits(one, stronger));

		Linker.Pair pair = Linker.Pair.of(stronger.id(), one.id(), this.model.bits(one, stronger));
		assertThat(this.linker.questions(this.state, foundedBy(one))).isEqualTo(Map.of(foundedBy(weaker), pair));
		assertThat(this.linker.questions(this.state, foundedBy(weaker))).isEqualTo(Map.of(foundedBy(one), pair));
	}

	@Test
	void namesTheLinkThatHoldsBestWithinAPerson() {
		Mention distant = People.called("MARIE", "OKORO").born("1990-05-04").at("one").mention();
		Mention near = People.called("MARIE", "OKORO").born("1990-05-04").at("two").phone("+447700900001").mention();
		Mention latest = People.called("MARIE", "OKORO").born("1990-05-04").at("two").phone("+447700900001").mention();
		put("1", distant);
		put("2", near);

		assertThat(put("3", latest)).singleElement().satisfies((change) -> {
			assertThat(change.to()).isEqualTo(foundedBy(distant));
			assertThat(change.bits()).isNotNull()
				.isEqualTo(this.model.bits(near, latest))
				.isGreaterThan(this.model.bits(distant, latest));
			assertThat(change.comparisons()).isEqualTo(this.model.explain(latest, near).comparisons());
		});
	}

	@Test
	void holdsTogetherWhomAnOfficerTakesForOne() {
		Mention one = People.called("JOHN", "LOWE").at("home").mention();
		Mention other = People.called("JOHN", "LOWE").at("home").mention();
		put("1", one);
		put("2", other);

		assertThat(answer(one, other, Verdict.SAME)).singleElement().satisfies((change) -> {
			assertThat(change.mention()).isEqualTo(other.id());
			assertThat(change.from()).isEqualTo(foundedBy(other));
			assertThat(change.to()).isEqualTo(foundedBy(one));
			assertThat(change.officerDecided()).isTrue();
			assertThat(change.joined()).isTrue();
		});
		assertThat(this.linker.questions(this.state, foundedBy(one))).isEmpty();

		assertThat(answer(one, other, Verdict.UNSURE)).singleElement().satisfies((change) -> {
			assertThat(change.to()).isEqualTo(foundedBy(other));
			assertThat(change.officerDecided()).isFalse();
			assertThat(change.joined()).isFalse();
		});
	}

	@Test
	void holdsTogetherWhomNothingButAnAnswerTies() {
		Mention daz = People.called("DAZ", "HARTE").at("one").mention();
		Mention patient = marie().mention();
		Mention again = marie().mention();
		put("1", daz);
		put("2", patient);
		put("3", again);

		assertThat(answer(again, daz, Verdict.SAME)).extracting(LinkChange::mention)
			.containsExactlyInAnyOrder(patient.id(), again.id());
		assertThat(personOf(patient)).isEqualTo(foundedBy(daz));
		assertThat(personOf(again)).isEqualTo(foundedBy(daz));

		assertThat(withdraw("3")).extracting(LinkChange::mention).containsExactlyInAnyOrder(patient.id(), again.id());
		assertThat(personOf(patient)).isEqualTo(foundedBy(patient));
	}

	@Test
	void needsNoOfficerWhereEvidenceSuffices() {
		Mention one = marie().mention();
		Mention other = marie().mention();
		put("1", one);
		this.indexes.putAnswer(LinkAnswer.of(one.id(), other.id(), Verdict.SAME));

		assertThat(put("2", other)).singleElement().satisfies((change) -> {
			assertThat(change.to()).isEqualTo(foundedBy(one));
			assertThat(change.officerDecided()).isFalse();
		});
	}

	@Test
	void keepsApartWhomAnOfficerTakesForTwo() {
		Mention one = marie().mention();
		Mention other = marie().mention();
		put("1", one);
		put("2", other);

		assertThat(answer(one, other, Verdict.DIFFERENT)).singleElement().satisfies((change) -> {
			assertThat(change.mention()).isEqualTo(other.id());
			assertThat(change.to()).isEqualTo(foundedBy(other));
			assertThat(change.officerDecided()).isFalse();
			assertThat(change.nextBest()).isNotNull().satisfies((next) -> {
				assertThat(next.person()).isEqualTo(foundedBy(one));
				assertThat(next.apart()).isEqualTo(LinkChange.Apart.OFFICER_DECIDED);
			});
		});
		assertThat(this.linker.questions(this.state, foundedBy(one))).isEmpty();
		assertThat(this.linker.questions(this.state, foundedBy(other))).isEmpty();
	}

	@Test
	void takesAnAnswerForOfficersOnlyWhereItHolds() {
		Mention one = marie().numbered(Identifier.NHS_NUMBER, "9990000018").mention();
		Mention other = marie().numbered(Identifier.NHS_NUMBER, "9990000026").mention();
		put("1", one);
		put("2", other);

		assertThat(answer(one, other, Verdict.SAME)).isEmpty();
		assertThat(personOf(other)).isEqualTo(foundedBy(other));
	}

	@Test
	void hearsAnAnswerAboutWhoeverHasNotComeYet() {
		Mention one = People.called("JOHN", "LOWE").at("home").mention();
		Mention other = People.called("DAZ", "HARTE").at("one").mention();
		put("1", one);

		assertThat(answer(one, other, Verdict.SAME)).isEmpty();
		assertThat(put("2", other)).singleElement().satisfies((change) -> {
			assertThat(change.to()).isEqualTo(foundedBy(one));
			assertThat(change.officerDecided()).isTrue();
			assertThat(change.bits()).isNull();
		});
	}

	@Test
	void drawsEdgesFromTheThresholdOnOnly() {
		Mention one = People.called("JOHN", "LOWE").at("home").mention();
		Mention other = People.called("JOHN", "LOWE").at("home").mention();
		Mention stranger = People.called("JANE", "OKORO").born("1970-01-09").at("home").mention();
		put("1", one);
		put("2", stranger);
		put("3", other);

		assertThat(this.state.edges().get(one.id())).containsExactly(new Edge(other.id(), this.model.bits(one, other)));
		assertThat(this.state.edges().get(other.id())).containsExactly(new Edge(one.id(), this.model.bits(one, other)));
		assertThat(this.state.edges().get(stranger.id())).isNull();
	}

	@Test
	void makesOnePersonOfTheSureOnesInACrowdTooBigToBeWeighedAtOnce() {
		List<Mention> crowd = new ArrayList<>();
		for (int i = 0; i < Linker.LARGEST_COMPONENT + 5; i++) {
			crowd.add(People.called("JOHN", "LOWE").at("home").mention());
		}
		put("crowd", crowd.toArray(Mention[]::new));
		Mention sure = People.called("JOHN", "LOWE").at("home").numbered(Identifier.NHS_NUMBER, "9990000018").mention();
		Mention again = People.called("JOHN", "LOWE")
			.at("home")
			.numbered(Identifier.NHS_NUMBER, "9990000018")
			.mention();
		put("1", sure);
		put("2", again);

		assertThat(personOf(again)).isEqualTo(foundedBy(sure));
		assertThat(crowd).allSatisfy((one) -> assertThat(personOf(one)).isEqualTo(foundedBy(one)));
		assertThat(this.linker.questions(this.state, foundedBy(sure))).hasSize(crowd.size());
	}

	/** A family that is known best has hundreds of records: they stay one person's. */
	@Test
	void keepsOnePersonOfWhomMoreIsWrittenThanIsWeighedAtOnce() {
		Mention first = ofThatName().mention();
		put("first", first);
		Mention last = first;
		for (int i = 0; i < Linker.LARGEST_COMPONENT + 5; i++) {
			last = ofThatName().numbered(Identifier.NHS_NUMBER, "9990000018").at("flat " + i).mention();
			put("known " + i, last);
		}

		assertThat(personOf(last)).isEqualTo(foundedBy(first));
		assertThat(this.state.persons().get(personOf(last))).hasSize(1 + Linker.LARGEST_COMPONENT + 5);
	}

	/**
	 * Two women of one name and date of birth, and who of the two a third record means.
	 */
	@Test
	void asksWhichOfTwoIsMeantByWhoeverFitsBothInWhateverOrderTheyCome() {
		Mention one = ofThatName().numbered(Identifier.NHS_NUMBER, "9990000018").at("one").mention();
		Mention other = ofThatName().numbered(Identifier.NHS_NUMBER, "9990000026").at("two").mention();
		Mention either = ofThatName().mention();
		List<Mention> mentions = List.of(one, other, either);
		for (List<Integer> order : List.of(List.of(0, 1, 2), List.of(1, 0, 2), List.of(0, 2, 1), List.of(1, 2, 0),
				List.of(2, 0, 1), List.of(2, 1, 0))) {
			LinkerTest area = new LinkerTest();
			order.forEach((place) -> area.put(String.valueOf(place), mentions.get(place)));

			assertThat(mentions).as("order %s", order)
				.allSatisfy((mention) -> assertThat(area.personOf(mention)).isEqualTo(foundedBy(mention)));
			assertThat(area.linker.questions(area.state, foundedBy(either))).containsOnlyKeys(foundedBy(one),
					foundedBy(other));
			assertThat(area.linker.questions(area.state, foundedBy(one))).containsOnlyKeys(foundedBy(either));
			assertThat(area.linker.questions(area.state, foundedBy(other))).containsOnlyKeys(foundedBy(either));
		}
	}

	@Test
	void takesOneAnswerForBothQuestionsAboutWhoeverFitsTwo() {
		Mention one = ofThatName().numbered(Identifier.NHS_NUMBER, "9990000018").mention();
		Mention other = ofThatName().numbered(Identifier.NHS_NUMBER, "9990000026").mention();
		Mention either = ofThatName().mention();
		put("1", one);
		put("2", other);
		put("3", either);

		answer(either, other, Verdict.SAME);

		assertThat(personOf(either)).isEqualTo(foundedBy(other));
		assertThat(this.linker.questions(this.state, foundedBy(other))).isEmpty();
		assertThat(this.linker.questions(this.state, foundedBy(one))).isEmpty();

		answer(either, other, Verdict.UNSURE);

		assertThat(personOf(either)).isEqualTo(foundedBy(either));

		answer(either, other, Verdict.DIFFERENT);

		assertThat(personOf(either)).isEqualTo(foundedBy(one));
		assertThat(this.linker.questions(this.state, foundedBy(one))).isEmpty();
	}

	@Test
	void leavesOpenWhomOfTwoIsMeantWhoAreTwoByAnAnswer() {
		Mention one = ofThatName().at("home").phone("+447700900001").mention();
		Mention other = ofThatName().at("home").phone("+447700900001").mention();
		Mention either = ofThatName().mention();
		put("1", one);
		put("2", other);
		put("3", either);
		assertThat(personOf(either)).isEqualTo(foundedBy(one));

		answer(one, other, Verdict.DIFFERENT);

		assertThat(personOf(either)).isEqualTo(foundedBy(either));
		assertThat(this.linker.questions(this.state, foundedBy(either))).containsOnlyKeys(foundedBy(one),
				foundedBy(other));
	}

	@Test
	void knowsByItselfWhoIsMeantOnceTheRecordOrAnotherOfTheSameNumberHasAnAddress() {
		Mention one = ofThatName().numbered(Identifier.NHS_NUMBER, "9990000018").at("one").mention();
		Mention other = ofThatName().numbered(Identifier.NHS_NUMBER, "9990000026").at("two").mention();
		Mention either = ofThatName().numbered("CRN", "X320741").mention();
		put("1", one);
		put("2", other);
		put("3", either);
		assertThat(personOf(either)).isEqualTo(foundedBy(either));

		put("4", ofThatName().numbered("CRN", "X320741").at("two").mention());

		assertThat(personOf(either)).isEqualTo(foundedBy(other));
		assertThat(this.linker.questions(this.state, foundedBy(one))).isEmpty();

		withdraw("4");

		assertThat(personOf(either)).isEqualTo(foundedBy(either));

		put("3", either.with(ofThatName().numbered("CRN", "X320741").at("one").mention().particulars()));

		assertThat(personOf(either)).isEqualTo(foundedBy(one));
		assertThat(this.linker.questions(this.state, foundedBy(other))).isEmpty();
	}

	@Test
	void asksAboutNamesOfThreePartsInAnotherOrderAndJoinsNobodyForIt() {
		Mention wang = People.called("XIAO MING", "WANG").born("1990-05-04").at("one").phone("+447700900001").mention();
		Mention turned = People.called("WANG", "XIAOMING")
			.orFamily("XIAO")
			.orFamily("MING")
			.born("1990-05-04")
			.at("two")
			.phone("+447700811345")
			.mention();
		put("1", wang);
		put("2", turned);

		assertThat(personOf(turned)).isEqualTo(foundedBy(turned));
		assertThat(this.linker.questions(this.state, foundedBy(wang)))
			.isEqualTo(Map.of(foundedBy(turned), Linker.Pair.of(wang.id(), turned.id(), REVIEW)));
		assertThat(this.linker.explain(wang, turned).bits()).isEqualTo(REVIEW);
	}

	private static People ofThatName() {
		return People.called("SARAH", "SMITH").born("1990-05-04");
	}

	private static People marie() {
		return People.called("MARIE", "OKORO").born("1990-05-04").of(Sex.FEMALE).at("home");
	}

	private static PersonId foundedBy(Mention mention) {
		return new PersonId(mention.id().value());
	}

	private PersonId personOf(Mention mention) {
		return link(mention).person();
	}

	private Link.Founding founding(Mention mention) {
		return link(mention).founding();
	}

	private Link link(Mention mention) {
		return Objects.requireNonNull(this.state.links().get(mention.id()));
	}

	private static LinkChange.NextBest nextBest(List<LinkChange> changes) {
		return Objects.requireNonNull(changes.getLast().nextBest());
	}

	private List<LinkChange> answer(Mention one, Mention other, Verdict verdict) {
		LinkAnswer answer = LinkAnswer.of(one.id(), other.id(), verdict);
		this.indexes.putAnswer(answer);
		return this.linker.relink(this.state, this.indexes, answer);
	}

	/** A record says of these people, and of nobody whom it named before. */
	private List<LinkChange> put(String number, Mention... mentions) {
		SourceRecordId id = new SourceRecordId("gp", "Y00001", "test", number);
		@Nullable SourceRecord former = this.state.records().get(id);
		long first = (former != null) ? former.firstSequence() : this.sequence;
		return this.linker.relink(this.state, this.indexes, former,
				new SourceRecord(id, this.sequence, RecordState.ACTIVE, first, this.sequence, this.sequence++,
						new UUID(9, this.sequence), "Test", Instant.EPOCH, TimePrecision.EXACT, Instant.EPOCH,
						Instant.EPOCH, false, HandlingCode.STANDARD, Arrays.asList(mentions), List.of(), List.of()));
	}

	private List<LinkChange> withdraw(String number) {
		SourceRecord former = Objects
			.requireNonNull(this.state.records().get(new SourceRecordId("gp", "Y00001", "test", number)));
		return this.linker.relink(this.state, this.indexes, former,
				former.withdrawn(former.version() + 1, this.sequence++));
	}

}
