package org.mashhub.adapter.kit;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Reads a text of which every character is one: no database and no screen can show
 * others, and what the hub has accepted must be shown.
 */
class PlainText extends StdScalarDeserializer<String> {

	PlainText() {
		super(String.class);
	}

	@Override
	public String deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.currentToken() != JsonToken.VALUE_STRING) {
			return (String) context.handleUnexpectedToken(String.class, parser);
		}
		String text = parser.getString();
		if (text.codePoints().anyMatch(PlainText::isNoText)) {
			throw new NoTextException(parser);
		}
		return text;
	}

	private static boolean isNoText(int character) {
		return (character < ' ' && character != '\t' && character != '\n' && character != '\r')
				|| Character.getType(character) == Character.SURROGATE;
	}

	/** Says nothing of the text. */
	static final class NoTextException extends MismatchedInputException {

		private NoTextException(JsonParser parser) {
			super(parser, "a character is no text", String.class);
		}

	}

}
