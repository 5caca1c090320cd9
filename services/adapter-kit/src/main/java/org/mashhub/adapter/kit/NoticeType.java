package org.mashhub.adapter.kit;

import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

/**
 * A kind of record that an agency sends: where to, what it looks like, and which event it
 * becomes. An adapter lists its kinds; the kit takes each as JSON one by one, and as
 * NDJSON or CSV in batches of any length, and describes it.
 *
 * @param <N> the record as the agency sends it
 * @param collection last part of the endpoint's path, for example {@code incidents}
 * @param form the record as the agency sends it
 * @param summary what has happened when one is sent, as a sentence
 * @param translator makes the event
 * @param examples files below {@code examples/} on the class path
 * @param keepsRefused whether a record that is refused is kept for mending; false where
 * it may hold what must never be in the hub, such as a source's identity
 */
public record NoticeType<N>(String collection, Class<N> form, String summary, Translator<N> translator,
		List<String> examples, boolean keepsRefused) {

	public NoticeType {
		examples = List.copyOf(examples);
	}

	public NoticeType(String collection, Class<N> form, String summary, Translator<N> translator, String... examples) {
		this(collection, form, summary, translator, List.of(examples), true);
	}

	/**
	 * The same kind, of which nothing that is refused is kept.
	 * @return a kind whose sender alone has what was refused
	 */
	public NoticeType<N> keepingNothingRefused() {
		return new NoticeType<>(this.collection, this.form, this.summary, this.translator, this.examples, false);
	}

	/**
	 * Makes an event of a record.
	 *
	 * @param <N> the record as the agency sends it
	 */
	@FunctionalInterface
	public interface Translator<N> {

		/**
		 * Makes the event.
		 * @param sender who sends
		 * @param notice a record that is valid field by field
		 * @return an event whose first field is its header
		 * @throws NoticeRefusedException when the record cannot be right as a whole
		 * @throws ForeignOrganisationException when it speaks for another organisation
		 */
		SpecificRecord translate(Sender sender, N notice);

		/**
		 * What the log must hold beside the event: its sender has no receipt before both
		 * are acknowledged. Neither is published in a dry run.
		 * @param notice the record
		 * @param event the event that was made of it
		 * @return the record to keep, empty when the event stands alone
		 */
		default Optional<Companion> companion(N notice, SpecificRecord event) {
			return Optional.empty();
		}

	}

}
