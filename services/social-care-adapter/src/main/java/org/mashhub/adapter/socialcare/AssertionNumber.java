package org.mashhub.adapter.socialcare;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A text that is null or the number of an assertion, by which decisions name it. */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "\\S{1,120}")
@ReportAsSingleViolation
@interface AssertionNumber {

	String message() default "is not the number of an assertion | Send assertionId as it was recorded; without spaces, at most 120 characters.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
