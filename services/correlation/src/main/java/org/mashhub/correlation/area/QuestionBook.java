package org.mashhub.correlation.area;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.identity.Linker;
import org.mashhub.correlation.identity.Score;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.Indexes;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.ReviewMemory;
import org.mashhub.messaging.NameUuid;

/**
 * Questions of one area to its officers, whether two are one person: put, put otherwise
 * and settled while one entry of its log is applied.
 */
final class QuestionBook {

	private final String area;

	private final Linker linker;

	private final AreaState state;

	private final Indexes indexes;

	private final Consumer<Output> outputs;

	QuestionBook(String area, Linker linker, AreaState state, Indexes indexes, Consumer<Output> outputs) {
		this.area = area;
		this.linker = linker;
		this.state = state;
		this.indexes = indexes;
		this.outputs = outputs;
	}

	/**
	 * Asks what is to be asked about some people, and no longer what is not.
	 * @return whom these people may be, or have been asked about: what is held of one
	 * bears on the children around the other
	 */
	Set<PersonId> ask(Set<PersonId> touched) {
		Set<UUID> standing = new HashSet<>();
		Set<PersonId> others = new HashSet<>();
		Set<UUID> known = new LinkedHashSet<>();
		for (PersonId person : touched) {
			known.addAll(copy(this.state.reviewsOfPerson().get(person)));
			if (this.state.persons().get(person) != null) {
				this.linker.questions(this.state, person).forEach((other, pair) -> {
					standing.add(put(person, other, pair));
					others.add(other);
				});
			}
		}
		for (UUID id : known) {
			ReviewMemory review = this.state.reviews().get(id);
			if (review != null && !standing.contains(id)) {
				ReviewMemory gone = review.settled();
				this.indexes.putReview(gone);
				others.add(gone.one());
				others.add(gone.other());
				say(gone, Questions.settled(this.state.answers()
					.get(LinkAnswer.of(gone.mention(), gone.otherMention(), LinkAnswer.Verdict.UNSURE).id())));
			}
		}
		return others;
	}

	private UUID put(PersonId person, PersonId other, Linker.Pair pair) {
		PersonId one = (person.compareTo(other) < 0) ? person : other;
		PersonId two = one.equals(person) ? other : person;
		UUID id = NameUuid.of("review", this.area, one, two);
		boolean inOrder = one.equals(personOf(pair.one()));
		MentionId ofOne = inOrder ? pair.one() : pair.other();
		MentionId ofTwo = inOrder ? pair.other() : pair.one();
		ReviewMemory review = new ReviewMemory(id, one, two, ofOne, ofTwo, pair.bits(),
				Objects.hash(shown(ofOne), shown(ofTwo)), true);
		if (!review.equals(this.state.reviews().get(id))) {
			this.indexes.putReview(review);
			say(review, null);
		}
		return id;
	}

	private int shown(MentionId id) {
		Output.Recorded shown = recorded(id);
		return (shown != null) ? Objects.hash(shown.mention().particulars().displayName(),
				shown.mention().particulars().birthDate(), shown.mention().particulars().birthYear(),
				shown.mention().role().name(), shown.record().handling().name(), shown.record().occurredAt()) : 0;
	}

	/** Puts a question, or says in a text why it has gone away. */
	private void say(ReviewMemory review, @Nullable String settled) {
		Output.Recorded one = recorded(review.mention());
		Output.Recorded other = recorded(review.otherMention());
		Score score = (one != null && other != null) ? this.linker.explain(one.mention(), other.mention()) : null;
		String text = (settled != null) ? settled
				: (score != null) ? Questions.text(score, this.linker.isEnough(score)) : "";
		this.outputs.accept(new Output.QuestionChanged(review, (score != null) ? score.comparisons() : List.of(), text,
				one, other));
	}

	private Output.@Nullable Recorded recorded(MentionId id) {
		Mention mention = this.state.mentions().get(id);
		Link link = this.state.links().get(id);
		SourceRecord record = (link != null) ? this.state.records().get(link.record()) : null;
		return (mention != null && record != null) ? new Output.Recorded(mention, record) : null;
	}

	private @Nullable PersonId personOf(MentionId mention) {
		Link link = this.state.links().get(mention);
		return (link != null) ? link.person() : null;
	}

	private static <T> List<T> copy(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : List.of();
	}

}
