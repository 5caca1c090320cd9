package org.mashhub.correlation.rules;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.state.AlertContent;

/**
 * What a rule found about one child, before it is an alert. Its sentences say that an
 * agency holds something, never what a record that is for MASH officers only says: the
 * lead professional reads them. Where they name the child they say {@link #CHILD}: what
 * is found alike about brothers and sisters is told once and names them all.
 *
 * @param colour how urgent
 * @param audience who is told
 * @param denied adults among those it rests on whom an officer has called the wrong ones
 * @param statements what is recorded, by whom, when, in the past tense
 * @param adults adults it speaks of
 * @param notKnown what is not known
 * @param ask the question to ask
 * @param openItems items of a closure challenge
 * @param familyAdvice what may be said to the family
 * @param handlingAdvice how to handle it
 * @param disclaimer what it does not say
 * @param evidence facts it rests on; the first of them that no ended alert covered names
 * the episode
 */
public record Finding(Colour colour, Audience audience, List<Denied> denied, List<Statement> statements,
		List<ConnectedAdult> adults, List<String> notKnown, List<String> ask, List<AlertContent.OpenItem> openItems,
		String familyAdvice, @Nullable String handlingAdvice, String disclaimer, List<KnownFact> evidence) {

	/** Stands for the child's name: "Child A", or "Child A and Child B". */
	public static final String CHILD = "{child}";

	/** The same in a sentence that denies: "Child A or Child B". */
	public static final String ANY_CHILD = "{any child}";

	public Finding {
		denied = List.copyOf(denied);
		statements = List.copyOf(statements);
		adults = List.copyOf(adults);
		notKnown = List.copyOf(notKnown);
		ask = List.copyOf(ask);
		openItems = List.copyOf(openItems);
		evidence = List.copyOf(evidence);
		if (evidence.isEmpty()) {
			throw new IllegalArgumentException("a finding rests on evidence");
		}
	}

	/**
	 * The same, and more that is not known.
	 * @param more what is not known either
	 * @return a copy
	 */
	Finding withNotKnown(List<String> more) {
		return new Finding(this.colour, this.audience, this.denied, this.statements, this.adults,
				Stream.concat(this.notKnown.stream(), more.stream()).toList(), this.ask, this.openItems,
				this.familyAdvice, this.handlingAdvice, this.disclaimer, this.evidence);
	}

	/**
	 * The same for the MASH alone, since it is of whom an officer has called the wrong
	 * one.
	 * @param whom whom, and what an officer has said
	 * @return a copy
	 */
	Finding held(List<Denied> whom) {
		return new Finding(this.colour, Audience.MASH_ONLY, whom, this.statements, this.adults,
				Stream.concat(Denied.words(whom).stream(), this.notKnown.stream()).toList(), this.ask, this.openItems,
				this.familyAdvice, this.handlingAdvice, this.disclaimer, this.evidence);
	}

}
