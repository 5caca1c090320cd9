package org.mashhub.correlation.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.LinkAnswer.Verdict;

/**
 * What officers have answered about some mentions, in an order that does not depend on
 * when.
 */
final class Answers {

	/** Nobody has answered anything. */
	static final Answers NONE = new Answers(Set.of());

	private final Set<LinkAnswer> answers;

	private final Set<MentionId> mentions = new HashSet<>();

	private Answers(Set<LinkAnswer> answers) {
		this.answers = answers;
		answers.forEach((answer) -> {
			this.mentions.add(answer.one());
			this.mentions.add(answer.other());
		});
	}

	static Answers about(AreaState state, Collection<MentionId> mentions) {
		Set<LinkAnswer> found = Set.of();
		for (MentionId mention : mentions) {
			List<LinkAnswer> of = state.answersOf().get(mention);
			if (of != null) {
				found = found.isEmpty() ? new TreeSet<>() : found;
				of.stream().filter(Answers::decides).forEach(found::add);
			}
		}
		return found.isEmpty() ? NONE : new Answers(found);
	}

	static Answers of(Collection<LinkAnswer> answers) {
		return new Answers(answers.stream().filter(Answers::decides).collect(Collectors.toCollection(TreeSet::new)));
	}

	/** Who cannot tell has said nothing, and has taken back what was said before. */
	private static boolean decides(LinkAnswer answer) {
		return answer.verdict() != Verdict.UNSURE;
	}

	/** Whether any answer is about a mention. */
	boolean concern(MentionId mention) {
		return this.mentions.contains(mention);
	}

	boolean isEmpty() {
		return this.answers.isEmpty();
	}

	/** Pairs that are two people, whatever speaks for one. */
	List<LinkAnswer> different() {
		return this.answers.stream().filter((answer) -> answer.verdict() == Verdict.DIFFERENT).toList();
	}

	/** Pairs that are one person unless something proves two. */
	List<LinkAnswer> same() {
		return this.answers.stream().filter((answer) -> answer.verdict() == Verdict.SAME).toList();
	}

	/** Whether any of some is another person than any of others. */
	boolean different(Collection<MentionId> some, Collection<MentionId> others) {
		for (LinkAnswer answer : this.answers) {
			if (answer.verdict() == Verdict.DIFFERENT
					&& ((some.contains(answer.one()) && others.contains(answer.other()))
							|| (some.contains(answer.other()) && others.contains(answer.one())))) {
				return true;
			}
		}
		return false;
	}

}
