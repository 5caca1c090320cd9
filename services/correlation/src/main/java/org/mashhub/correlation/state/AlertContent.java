package org.mashhub.correlation.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.HandlingCode;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.SourceRecordId;

/**
 * What an alert says, in the order in which people read it.
 *
 * @param ruleName name of the rule in words
 * @param paragraphs paragraphs of the review that it rests on
 * @param colour name of the colour
 * @param audience who is told
 * @param childLabel initial and age of each child
 * @param statements what is recorded, in the past tense
 * @param connections how the people are connected
 * @param notKnown what is not known
 * @param ask what to ask or do
 * @param openItems items of a closure challenge
 * @param familyAdvice what may be said to the family
 * @param handlingAdvice how to handle it
 * @param disclaimer what it does not say
 * @param text all of it
 * @param evidence record by record
 * @param lead who leads, so that a new lead is told
 * @param about the adults whom the evidence is about
 */
public record AlertContent(String ruleName, List<String> paragraphs, String colour, String audience, String childLabel,
		List<String> statements, List<Connection> connections, List<String> notKnown, List<String> ask,
		List<OpenItem> openItems, String familyAdvice, @Nullable String handlingAdvice, String disclaimer, String text,
		List<Evidence> evidence, @Nullable String lead, List<Adult> about) {

	private static final Pattern AGE = Pattern.compile("(about )?\\d+ (year|month|week)s?(?=$|;)");

	public AlertContent {
		paragraphs = List.copyOf(paragraphs);
		statements = List.copyOf(statements);
		connections = List.copyOf(connections);
		notKnown = List.copyOf(notKnown);
		ask = List.copyOf(ask);
		openItems = List.copyOf(openItems);
		evidence = List.copyOf(evidence);
		about = List.copyOf(about);
	}

	/**
	 * The same, put together in other words.
	 * @param put all of it
	 * @return a copy
	 */
	public AlertContent withText(String put) {
		return new AlertContent(this.ruleName, this.paragraphs, this.colour, this.audience, this.childLabel,
				this.statements, this.connections, this.notKnown, this.ask, this.openItems, this.familyAdvice,
				this.handlingAdvice, this.disclaimer, put, this.evidence, this.lead, this.about);
	}

	/**
	 * The same, known to be about more of what records say of the same adults.
	 * @param adults the adults
	 * @return a copy
	 */
	public AlertContent withAbout(List<Adult> adults) {
		return new AlertContent(this.ruleName, this.paragraphs, this.colour, this.audience, this.childLabel,
				this.statements, this.connections, this.notKnown, this.ask, this.openItems, this.familyAdvice,
				this.handlingAdvice, this.disclaimer, this.text, this.evidence, this.lead, adults);
	}

	/**
	 * Whether it speaks of the same matter: a child's birthday alone is no revision.
	 * @param other what was said before
	 * @return true when nothing of substance differs
	 */
	public boolean sameMatter(AlertContent other) {
		return this.colour.equals(other.colour) && this.audience.equals(other.audience)
				&& this.statements.equals(other.statements) && this.notKnown.equals(other.notKnown)
				&& ageless(this.childLabel).equals(ageless(other.childLabel)) && this.openItems.equals(other.openItems)
				&& Objects.equals(this.lead, other.lead) && this.about.equals(other.about)
				&& records().equals(other.records());
	}

	/** That a child has grown older is no news; that its age is known now is some. */
	private static String ageless(String label) {
		return AGE.matcher(label).replaceAll("some age");
	}

	/**
	 * The records it rests on.
	 * @return their numbers, in the order of the evidence
	 */
	public List<SourceRecordId> records() {
		return this.evidence.stream().map(Evidence::record).toList();
	}

	/**
	 * Whether it is about one of the adults whom records speak of in some places.
	 * @param mentions the places
	 * @return true when they have one in common with it
	 */
	public boolean isAbout(Collection<MentionId> mentions) {
		return this.about.stream().anyMatch((adult) -> !Collections.disjoint(adult.mentions(), mentions));
	}

	/**
	 * Whether it asks if one of the adults whom records speak of in some places is the
	 * right person.
	 * @param mentions the places
	 * @return true when such an adult has one of them
	 */
	public boolean asksAbout(Collection<MentionId> mentions) {
		return this.about.stream()
			.anyMatch((adult) -> adult.asked() && !Collections.disjoint(adult.mentions(), mentions));
	}

	/**
	 * An adult whom an alert is about, by what no later record takes away.
	 *
	 * @param mentions where records speak of the adult, in their order
	 * @param asked whether it asks if this is the right person; of whom it only says that
	 * they moved, for example, it does not
	 */
	public record Adult(List<MentionId> mentions, boolean asked) {

		public Adult {
			mentions = List.copyOf(mentions);
		}

	}

	/**
	 * An adult around the child.
	 *
	 * @param person the adult
	 * @param label given name and initial
	 * @param relation how the adult stands to the child, in words
	 * @param certainty name of the certainty
	 * @param steps from the child outwards
	 */
	public record Connection(PersonId person, String label, String relation, String certainty, List<Step> steps) {

		public Connection {
			steps = List.copyOf(steps);
		}

		/**
		 * The same in other words.
		 * @param put how the adult stands to the child
		 * @return a copy
		 */
		public Connection withRelation(String put) {
			return new Connection(this.person, this.label, put, this.certainty, this.steps);
		}

		/**
		 * The same without where it stands, to see whether two are connected alike.
		 * @return a copy
		 */
		public Connection withoutRecords() {
			return withSteps(this.steps.stream().map((step) -> step.standingIn(List.of())).toList());
		}

		/**
		 * The same, standing also where another stands.
		 * @param other one that differs in nothing else
		 * @return a copy
		 */
		public Connection withRecordsOf(Connection other) {
			List<Step> joined = new ArrayList<>();
			for (int i = 0; i < this.steps.size(); i++) {
				joined
					.add(this.steps.get(i)
						.standingIn(Stream
							.concat(this.steps.get(i).records().stream(), other.steps.get(i).records().stream())
							.distinct()
							.toList()));
			}
			return withSteps(joined);
		}

		private Connection withSteps(List<Step> path) {
			return new Connection(this.person, this.label, this.relation, this.certainty, path);
		}

	}

	/**
	 * One step of a path.
	 *
	 * @param kind name of the kind
	 * @param to who it leads to
	 * @param statement in words, with its source
	 * @param records where it stands
	 */
	public record Step(String kind, PersonId to, String statement, List<SourceRecordId> records) {

		public Step {
			records = List.copyOf(records);
		}

		private Step standingIn(List<SourceRecordId> where) {
			return new Step(this.kind, this.to, this.statement, where);
		}

	}

	/**
	 * One record behind an alert.
	 *
	 * @param receiptId entry of the area log
	 * @param record where it stands at the agency
	 * @param occurredAt when it happened
	 * @param recordedAt when it was written down
	 * @param statement what is recorded
	 * @param handling who may see it
	 */
	public record Evidence(UUID receiptId, SourceRecordId record, Instant occurredAt, Instant recordedAt,
			String statement, HandlingCode handling) {
	}

	/**
	 * Something open that a closure must answer.
	 *
	 * @param item key by which it is answered
	 * @param description what is open
	 * @param answer the answer, null when there is none
	 */
	public record OpenItem(String item, String description, @Nullable String answer) {
	}

}
