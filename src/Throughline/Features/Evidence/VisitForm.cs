using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughline.Evidence;
using Throughline.Model;

namespace Throughline.Features.Evidence;

/// <summary>Reads a visit as a form or a device sent it; what cannot be kept is said at its field.</summary>
/// <param name="state">Where errors are said.</param>
/// <param name="form">What was sent.</param>
/// <param name="questions">What is asked in the school.</param>
/// <param name="clock">What time it is for the site.</param>
internal sealed class VisitForm(ModelStateDictionary state, IFormCollection form, IReadOnlyList<VisitQuestion> questions, SiteClock clock)
{
    public const string CannotTell = "none";

    private const int LongestWait = 400 * 24 * 3600;

    private static readonly string[] TimeForms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>The visit's key in the one way it is written; null where it is none.</summary>
    public string? Key { get; private set; }

    public IReadOnlyList<Seen> Seen { get; private set; } = [];

    public int? Room { get; private set; }

    /// <summary>Reads everything; null where something is wrong.</summary>
    /// <param name="grades">The grades to choose from.</param>
    /// <param name="rooms">The rooms that may be named; null where none may.</param>
    /// <param name="first">The plan's first day, before which nothing is entered.</param>
    public Visit? Read(IReadOnlyCollection<string> grades, IReadOnlyCollection<int>? rooms, DateOnly first)
    {
        Key = Guid.TryParseExact(form["Key"], "D", out var key) && key != Guid.Empty ? key.ToString("D") : null;
        if (Key is null)
        {
            state.AddModelError("", VisitTexts.ErrorKey);
        }

        var visit = new Visit
        {
            Key = Key ?? "",
            Who = "",
            Grade = Choice("Grade", grades, VisitTexts.ErrorGrade),
            Subject = Choice("Subject", VisitTiles.Subjects, VisitTexts.ErrorSubject),
            At = At(first),
            Note = Note(),
        };
        Seen = [.. questions.Select(Answer).OfType<Seen>()];
        Room = RoomOf(rooms);
        return state.IsValid ? visit : null;
    }

    private string? Choice(string name, IReadOnlyCollection<string> known, string missing)
    {
        var chosen = form[name].ToString();
        if (known.Contains(chosen))
        {
            return chosen;
        }

        state.AddModelError(name, missing);
        return null;
    }

    private Seen? Answer(VisitQuestion question)
    {
        var (rating, count, of) = ("", "", "");
        if (question.AsksRating)
        {
            rating = form[question.Field].ToString().Trim();
            var isChoice = question.Steps.Count > 0;
            if (isChoice ? rating != CannotTell && !question.Steps.Contains(rating) : rating.Length > 0 && !IsNumber(rating, 100))
            {
                state.AddModelError(question.Field, isChoice ? VisitTexts.ErrorAnswer : VisitTexts.ErrorRating);
            }

            rating = rating == CannotTell ? "" : rating;
        }

        if (question.AsksCounts)
        {
            (count, of) = (form[question.SeenField].ToString().Trim(), form[question.OfField].ToString().Trim());
            var isWhole = int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
                & int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var looked);
            if (!(count.Length == 0 && of.Length == 0) && !(isWhole && seen <= looked))
            {
                state.AddModelError(question.SeenField, VisitTexts.ErrorCounts);
            }
        }

        return rating.Length + count.Length + of.Length == 0 ? null : new Seen(question.Indicator, rating, count, of);
    }

    /// <summary>The time that was typed or, where none was, now; less what the visit has waited on a device, whose own clock nobody trusts.</summary>
    private DateTimeOffset At(DateOnly first)
    {
        var (typed, now) = (form["At"].ToString().Trim(), TimeZoneInfo.ConvertTime(clock.Now, clock.Zone));
        var at = now;
        if (typed.Length > 0)
        {
            if (!DateTime.TryParseExact(typed, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            {
                state.AddModelError("At", VisitTexts.ErrorTime);
                return now;
            }

            at = new DateTimeOffset(local, clock.Zone.GetUtcOffset(local));
        }
        else if (form["Waited"].ToString() is { Length: > 0 } waited)
        {
            if (!int.TryParse(waited, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > LongestWait)
            {
                state.AddModelError("At", VisitTexts.ErrorTime);
                return now;
            }

            at = now.AddSeconds(-seconds);
        }

        if (at > now.AddMinutes(1))
        {
            state.AddModelError("At", VisitTexts.ErrorFuture);
        }
        else if (DateOnly.FromDateTime(at.DateTime) < first)
        {
            state.AddModelError("At", VisitTexts.ErrorEarly.With(Ui.Dates.Short(first)));
        }

        return at;
    }

    private string? Note()
    {
        var note = form["Note"].ToString().Trim();
        if (note.Length > Visit.LongestNote)
        {
            state.AddModelError("Note", VisitTexts.ErrorNote.With(Visit.LongestNote));
        }

        return note.Length == 0 ? null : note;
    }

    /// <summary>A room is taken only from somebody who may see results of single rooms.</summary>
    private int? RoomOf(IReadOnlyCollection<int>? rooms)
    {
        var chosen = form["Room"].ToString();
        if (rooms is null || chosen.Length == 0)
        {
            return null;
        }

        if (int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var room) && rooms.Contains(room))
        {
            return room;
        }

        state.AddModelError("Room", VisitTexts.ErrorRoom);
        return null;
    }

    private static bool IsNumber(string text, decimal most) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most;
}
