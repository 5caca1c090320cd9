package org.mashhub.console.api;

import org.mashhub.console.PlainText;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** Reads of what clients send such texts only as can be kept and shown. */
class PlainTextReader extends StringDeserializer {

	@Override
	public String deserialize(JsonParser parser, DeserializationContext context) {
		String text = super.deserialize(parser, context);
		if (text != null && !PlainText.isPlain(text)) {
			throw new NoTextException(parser);
		}
		return text;
	}

	/** Says nothing of the text. */
	static final class NoTextException extends MismatchedInputException {

		private static final long serialVersionUID = 1L;

		private NoTextException(JsonParser parser) {
			super(parser, "a character is no text", String.class);
		}

	}

}
