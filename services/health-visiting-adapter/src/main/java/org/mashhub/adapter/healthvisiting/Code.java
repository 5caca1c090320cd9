package org.mashhub.adapter.healthvisiting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A text that is null or has the form of a code of a local list. */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "[A-Z0-9][A-Z0-9_]{1,59}")
@ReportAsSingleViolation
@interface Code {

	String message() default "is not a code | Send capitals, digits and underscores, for example SIX_WEEK_CHECK.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
