# Completes commands, options and revisions of retort in bash: source <(retort completion bash)
_retort() {
    local line=${COMP_LINE:0:COMP_POINT} current shown value rest
    local -a words replies
    read -ra words <<<"$line"
    if [[ $line == *[[:space:]] ]]; then
        words+=("")
    fi
    current=${words[${#words[@]} - 1]}
    # Bash replaces only what stands behind the last ':', '=' or '@' of the word.
    shown=${COMP_WORDS[COMP_CWORD]}
    case $shown in
        : | = | @) shown= ;;
    esac
    while IFS=$'\t' read -r value rest; do
        replies+=("${value#"${current%"$shown"}"}")
    done < <("${words[0]/#\~\//$HOME/}" __complete "${words[@]:1}" 2>/dev/null)
    COMPREPLY=("${replies[@]}")
}
complete -o default -o nosort -F _retort retort 2>/dev/null || complete -o default -F _retort retort
