namespace Participation.Documents.Templates;

/// <summary>A file is no template that can be filled: <see cref="Code"/> says why, <see cref="What"/> which place or part.</summary>
public sealed class UnfitTemplateException(string code, string what = "", Exception? inner = null) : Exception(code, inner)
{
    public string Code => Message;

    public string What => what;
}
