namespace Throughline.Benchmarks.Language;

/// <summary>
/// Whether a text is in Spanish, which is not read: small words of Spanish that English does not have, against those of English.
/// A name ("Los Angeles", "de la Cruz") has one or two of them; a sentence has many.
/// </summary>
internal static class Foreign
{
    private const int Least = 3;

    private static readonly WordSet Spanish = Words.Set(
        "el la los las lo del de al que para por con una uno unos unas un su sus y en se es será serán son está están como más menos cada hasta desde entre sobre todos todas todo toda "
        + "porcentaje estudiantes estudiante alumnos alumnas maestros maestras docentes escuela escuelas asistencia ausentismo familias padres año años mes meses semana semanas día días junio mayo "
        + "usarán tendrán harán mejorar mejorará aumentar aumentará reducir reducirá bajar bajará subir subirá llegará asistirán asistirá");

    private static readonly WordSet English = Words.Set("the of to will and by in each for at least with is are be from who that their on as");

    public static bool Is(Tokens tokens)
    {
        var (spanish, english) = (0, 0);
        for (var at = tokens.Holds(Spanish) ? 0 : tokens.Count; at < tokens.Count; at++)
        {
            if (tokens.IsAny(at, Spanish))
            {
                spanish++;
            }
            else if (tokens.IsAny(at, English))
            {
                english++;
            }
        }

        return spanish >= Least && spanish > 2 * english;
    }
}
