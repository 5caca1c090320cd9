package org.mashhub.correlation.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AnsweredItems;

/**
 * One small check over one child's picture. It sees facts, never an agency's event, and
 * no clock but the area's. The same view gives the same finding.
 */
public interface Rule {

	/**
	 * Short id.
	 * @return for example A01
	 */
	String id();

	/**
	 * Name in words.
	 * @return for example "Household-adult risk"
	 */
	String name();

	/**
	 * Paragraphs of the review that justify the rule.
	 * @return for example 6.46
	 */
	List<String> paragraphs();

	/**
	 * All that the rule must hear of to say what it says: the one place where it names
	 * the feeds that it depends on. Where one is silent, the alert says so; a rule that
	 * concludes something from hearing nothing pauses where its need is not met.
	 * @return needs
	 */
	List<Need> needs();

	/**
	 * What stands now.
	 * @param child the child's picture
	 * @return what was found, none while the rule is quiet; what the MASH alone is told
	 * of may stand beside what others are told
	 */
	List<Finding> examine(ChildView child);

	/**
	 * What an alert of this rule shows of a record that it rests on.
	 * @param record the record
	 * @return in a few words, without names
	 */
	default String shows(SourceRecord record) {
		return Headline.of(record);
	}

	/**
	 * What a record just heard answers, where the rule asks for answers: it is kept as it
	 * is now, since what comes to speak of the child later has not been answered.
	 * @param child the child's picture
	 * @param sequence offset of the record's version in the area log
	 * @return what lies open now, by the child's mention in the record
	 */
	default Map<MentionId, AnsweredItems> answered(ChildView child, long sequence) {
		return Map.of();
	}

	/**
	 * Why an alert of this rule goes away when nothing stands any more and no record was
	 * withdrawn.
	 * @return in words
	 */
	default String closedBecause() {
		return "what it rested on no longer stands in the records";
	}

	/**
	 * What has come since, so that an alert of this rule was right and nothing is left to
	 * do, when nothing stands any more and no record was withdrawn.
	 * @param child the child's picture
	 * @param said what the alert said
	 * @return in words, empty when nothing has
	 */
	default Optional<String> overtakenBy(ChildView child, AlertContent said) {
		return Optional.empty();
	}

	/**
	 * Whether an alert of this rule that others than the MASH were told of rests on whom
	 * an officer has called the wrong one since.
	 * @param child the child's picture
	 * @param said what the alert said
	 * @return true where what it rests on is in doubt now
	 */
	default boolean restsOnDenied(ChildView child, AlertContent said) {
		return false;
	}

	/**
	 * Whether what an alert of this rule said was right, when nothing stands any more and
	 * no record was withdrawn.
	 * @return true where what was asked for has been done
	 */
	default boolean settledWhenClosed() {
		return false;
	}

}
