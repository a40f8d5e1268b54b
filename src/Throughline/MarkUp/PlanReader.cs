using System.Text;

namespace Throughline.MarkUp;

/// <summary>
/// A plan's paragraphs in their order, body, lists and table cells alike. What is struck out, hidden in a field, drawn,
/// or on our own first page is passed over.
/// </summary>
internal sealed class PlanReader
{
    /// <summary>Comments may not stand in some of these; of the rest nothing is the plan's text as it is.</summary>
    private static readonly string[] NotRead = ["txbxContent", "drawing", "pict", "object", "del", "moveFrom", "ruby", "rPrChange", "pPrChange"];

    private readonly XmlPart part;
    private readonly WordStyles styles;
    private readonly XmlPieces pieces;
    private readonly HashSet<string> passedOver;
    private readonly PlanContext context = new();
    private readonly FieldDepth fields = new();
    private readonly StringBuilder text = new();
    private readonly List<int> places = [];
    private readonly List<TextPlace> texts = [];
    private readonly Stack<string> open = new();

    /// <summary>Paragraphs of a table are given once it is read: a later cell may say when.</summary>
    private readonly Queue<PlanParagraph> waiting = new();
    private RunPlace? run;
    private string? style;
    private bool isHeading;
    private bool isInParagraph;

    public PlanReader(XmlPart part, WordStyles styles)
    {
        (this.part, this.styles, pieces) = (part, styles, new XmlPieces(part.Text));
        passedOver = [.. NotRead.Select(W), "mc:AlternateContent"];
    }

    /// <summary>Where the body begins, behind its tag; -1 before it is read, or where it is empty.</summary>
    public int BodyStart { get; private set; } = -1;

    public IEnumerable<PlanParagraph> Read(CancellationToken cancel)
    {
        while (pieces.Next())
        {
            switch (pieces.Kind)
            {
                case PieceKind.Open when passedOver.Contains(pieces.Name):
                    PassOver();
                    break;
                case PieceKind.Open:
                    Open();
                    break;
                case PieceKind.Close when pieces.Name == W("p") && isInParagraph:
                    cancel.ThrowIfCancellationRequested();
                    open.Pop();
                    isInParagraph = false;
                    Finish();
                    break;
                case PieceKind.Close:
                    Close();
                    break;
                case PieceKind.Text or PieceKind.Literal when open.TryPeek(out var inside):
                    ReadText(inside);
                    break;
            }

            while (!context.IsInTable && waiting.TryDequeue(out var paragraph))
            {
                yield return paragraph;
            }
        }
    }

    private string W(string name) => part.Prefix + name;

    /// <summary>The name of one of Word's elements without its prefix; another's as it stands.</summary>
    private string Local(string name) => name.StartsWith(part.Prefix, StringComparison.Ordinal) ? name[part.Prefix.Length..] : name;

    private string? Value => pieces.Attribute(W("val"));

    private void Open()
    {
        var name = Local(pieces.Name);
        switch (name)
        {
            case "body" when !pieces.IsEmpty:
                BodyStart = pieces.End;
                break;
            case "p" when !pieces.IsEmpty:
                Begin();
                break;
            case "pStyle":
                style = Value;
                break;
            case "outlineLvl":
                isHeading |= WordStyles.LevelOf(Value) < 9;
                break;
            case "r" when isInParagraph && !pieces.IsEmpty:
                run = new RunPlace(pieces.Start, part.Text[pieces.Start..pieces.End]);
                break;
            case "tag" when Value == FirstPage.Tag:
                context.IsOurs = true;
                break;
            case "docPartGallery" when Value == "Table of Contents":
                context.IsApart = true;
                break;
            case "fldChar":
                fields.Say(pieces.Attribute(W("fldCharType")));
                break;
            case "tab" or "br" or "cr" or "noBreakHyphen" when run is not null && open.Peek() == W("r"):
                Letter(name switch { "tab" => '\t', "noBreakHyphen" => '-', _ => '\n' }, pieces.Start);
                break;
        }

        if (!pieces.IsEmpty || name == "gridSpan")
        {
            context.Open(name, name == "gridSpan" ? Value : null);
        }

        if (run is not null && open.TryPeek(out var parent) && parent == W("r") && name != "rPr" && run.First < 0)
        {
            run.First = pieces.Start;
        }

        if (name == "t" && run is not null && open.TryPeek(out var around) && around == W("r") && !pieces.IsEmpty)
        {
            texts.Add(new TextPlace(run, text.Length, pieces.Start, pieces.End, pieces.Attribute("xml:space") == "preserve"));
        }

        if (!pieces.IsEmpty)
        {
            open.Push(pieces.Name);
        }
        else if (run is not null)
        {
            Ended();
        }
    }

    private void Close()
    {
        var name = open.Pop();
        context.Close(Local(name));
        if (run is null)
        {
            return;
        }

        if (name == W("r"))
        {
            run.End = pieces.End;
            run = null;
            return;
        }

        if (name == W("t") && texts is [.., var last] && last.Run == run && last.End == 0)
        {
            (last.Past, last.End) = (text.Length, pieces.End);
        }

        Ended();
    }

    /// <summary>A child of the run is over.</summary>
    private void Ended()
    {
        if (open.TryPeek(out var parent) && parent == W("r"))
        {
            if (pieces.Name == W("rPr"))
            {
                run!.Open = part.Text[run.Start..pieces.End];
            }
            else
            {
                run!.Last = pieces.End;
            }
        }
    }

    private void PassOver()
    {
        if (run is not null && run.First < 0 && open.Peek() == W("r"))
        {
            run.First = pieces.Start;
        }

        pieces.PassOver();
        if (run is not null)
        {
            Ended();
        }
    }

    private void Begin()
    {
        isInParagraph = true;
        (style, isHeading, run) = (null, false, null);
        text.Clear();
        places.Clear();
        texts.Clear();
    }

    private void Finish()
    {
        var said = text.ToString();
        isHeading |= styles.IsHeading(style);
        if (context.IsOurs || context.IsApart || styles.IsApart(style) || fields.IsList || said.AsSpan().Trim().IsEmpty)
        {
            return;
        }

        context.Row?.Say(context.Column, said);
        var under = context.Under;
        waiting.Enqueue(new PlanParagraph(said, [.. places], [.. texts], context.Heads(said, isHeading), under, context.Row));
    }

    private void ReadText(string inside)
    {
        if (inside == W("instrText"))
        {
            fields.Instruct(part.Text.AsSpan(pieces.Start, pieces.End - pieces.Start));
        }
        else if (inside == W("t") && texts is [.., var last] && last.Run == run && last.End == 0)
        {
            if (pieces.Kind == PieceKind.Literal)
            {
                last.CanCut = false;
                return;
            }

            for (var at = pieces.Start; at < pieces.End;)
            {
                at = XmlLetters.Read(part.Text, at, Letter);
            }
        }
    }

    private void Letter(char letter, int place)
    {
        text.Append(letter);
        places.Add(place);
    }
}
